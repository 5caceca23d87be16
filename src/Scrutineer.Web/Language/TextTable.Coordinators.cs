namespace Scrutineer.Web.Language;

/// <content>The texts of the pages of coordinators beyond the queue of protocols, and of the public beyond the results.</content>
internal static partial class TextTable
{
    private static Dictionary<string, string[]> OfCoordinators() =>
        new(StringComparer.Ordinal)
        {
            ["embargo"] = ["Embargo", "Эмбарго", "Эмбарго"],
            ["embargo-holds"] =
            [
                "Figures are held back from the public until {0}.",
                "Цифры не показываются публике до {0}.",
                "Сандар жұртшылыққа {0} дейін көрсетілмейді.",
            ],
            ["embargo-lift"] = ["Show figures at once", "Показать цифры сразу", "Сандарды бірден көрсету"],
            ["embargo-lifted"] = ["Lifted by {0} on {1}.", "Снято: {0}, {1}.", "Алып тасталды: {0}, {1}."],
            ["embargo-log"] =
            [
                "The log goes on. Its signed checkpoint can be kept now; its entries can be read afterwards and must fit it.",
                "Журнал ведётся. Подписанную контрольную точку можно сохранить сейчас; записи откроются потом и должны ей соответствовать.",
                "Журнал жүргізілуде. Қол қойылған бақылау нүктесін қазір сақтауға болады; жазбалар кейін ашылады және оған сәйкес келуі тиіс.",
            ],
            ["embargo-reason"] = ["Reason", "Причина", "Себебі"],
            ["embargo-set"] =
            [
                "Set by {0} on {1}, until {2}.",
                "Установлено: {0}, {1}; до {2}.",
                "Орнатылды: {0}, {1}; {2} дейін.",
            ],
            ["embargo-set-it"] = ["Hold figures back", "Не показывать цифры", "Сандарды көрсетпеу"],
            ["embargo-until"] = ["Until", "До какого времени", "Қай уақытқа дейін"],
            ["embargo-until-how"] =
            [
                "Day, time and the offset from UTC, such as 2025-06-15 23:00 +05:00.",
                "День, время и смещение от UTC, например 2025-06-15 23:00 +05:00.",
                "Күні, уақыты және UTC-ден айырмасы, мысалы 2025-06-15 23:00 +05:00.",
            ],
            ["embargo-what"] =
            [
                "Until that moment nobody but coordinators sees a figure: no page, no file, no entry of the log.",
                "До этого момента цифры видят только координаторы: ни страниц, ни файлов, ни записей журнала.",
                "Осы сәтке дейін сандарды тек үйлестірушілер көреді: бет те, файл да, журнал жазбасы да ашылмайды.",
            ],
            ["embargo-wrong"] =
            [
                "This is no moment with its offset from UTC.",
                "Это не момент времени со смещением от UTC.",
                "Бұл UTC-ден айырмасы бар уақыт емес.",
            ],
            ["of-stations"] = ["Share of its stations", "Доля участков", "Учаскелер үлесі"],
            ["of-voters"] =
            [
                "Share of its registered voters",
                "Доля избирателей в списках",
                "Тізімдегі сайлаушылар үлесі",
            ],
            ["somebody-decided"] =
            [
                "Somebody decided first. Look again; nothing of yours was written.",
                "Кто-то решил раньше. Посмотрите снова; ваше не записано.",
                "Біреу бұрын шешті. Қайта қараңыз; сіздікі жазылмады.",
            ],
            ["tile-stations"] = ["{0} of {1}", "{0} из {1}", "{1} ішінен {0}"],
            ["unit"] = ["Unit", "Единица", "Бірлік"],
            ["unit-above"] = ["The unit above", "Вышестоящая единица", "Жоғарғы бірлік"],
            ["units"] = ["By territory", "По территориям", "Аумақтар бойынша"],
            ["units-all"] =
            [
                "Figures by territory, down to each station",
                "Цифры по территориям, до каждого участка",
                "Аумақтар бойынша сандар, әр учаскеге дейін",
            ],
            ["units-caption"] =
            [
                "How much stands, and the votes of the stations that stand.",
                "Сколько принято, и голоса принятых участков.",
                "Қаншасы қабылданды және қабылданған учаскелердің дауыстары.",
            ],
            ["units-within"] = ["Within it", "В составе", "Құрамында"],
            ["voters"] = ["Voters", "Избиратели", "Сайлаушылар"],
            ["voters-reported"] =
            [
                "{0} of {1} registered voters are of stations that stand ({2})",
                "{0} из {1} избирателей в списках — на принятых участках ({2})",
                "Тізімдегі {1} сайлаушының {0} қабылданған учаскелерден ({2})",
            ],
            ["arrivals"] = ["As it came in", "По мере поступления", "Түсу ретімен"],
            ["arrivals-what"] =
            [
                "The leading list in the plain sum of what had arrived, and with every station weighted by its stratum.",
                "Лидирующий список в простой сумме поступившего и с весом каждого участка по его страте.",
                "Көш бастаған тізім: түскендердің жай қосындысында және әр учаске өз стратасы бойынша салмақталғанда.",
            ],
            ["as-arrived"] = ["Plain sum", "Простая сумма", "Жай қосынды"],
            ["base"] = ["Share of", "Доля от", "Неден үлес"],
            ["estimate"] = ["Estimate", "Оценка", "Баға"],
            ["interval"] = ["Interval", "Интервал", "Аралық"],
            ["passes"] = ["Passes the threshold", "Проходит порог", "Шектен өтеді"],
            ["quantity"] = ["Quantity", "Величина", "Шама"],
            ["quick-count"] = ["Quick count", "Быстрый подсчёт", "Жедел санау"],
            ["sample-again"] =
            [
                "The sample was drawn again from itself {0} times.",
                "Выборка извлечена из самой себя {0} раз.",
                "Іріктеме өзінен {0} рет қайта алынды.",
            ],
            ["sample-confidence"] =
            [
                "Intervals that hold in {0} of samples drawn so.",
                "Интервалы верны в {0} выборок, извлечённых так же.",
                "Аралықтар осылай алынған іріктемелердің {0} үшін дұрыс.",
            ],
            ["sample-none"] =
            [
                "The dossier names no sample of stations.",
                "Досье не называет выборки участков.",
                "Досьеде учаскелер іріктемесі аталмаған.",
            ],
            ["sample-received"] =
            [
                "From {0} stations of the sample whose protocol stands; estimated {1}.",
                "По {0} участкам выборки с принятым протоколом; оценено {1}.",
                "Хаттамасы қабылданған {0} іріктеме учаскесі бойынша; {1} бағаланды.",
            ],
            ["sample-shares"] = ["What the sample says", "Что показывает выборка", "Іріктеме не көрсетеді"],
            ["sample-waits"] =
            [
                "No station of the sample stands yet.",
                "Ни один участок выборки ещё не принят.",
                "Іріктеменің бірде-бір учаскесі әлі қабылданған жоқ.",
            ],
            ["until"] = ["Until", "До", "Дейін"],
        };
}
