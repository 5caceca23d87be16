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
            ["act-assign"] = ["Assign", "Назначить", "Тағайындау"],
            ["act-link"] = ["Keep the references", "Сохранить ссылки", "Сілтемелерді сақтау"],
            ["act-publish"] = ["Publish", "Опубликовать", "Жариялау"],
            ["act-triage"] = ["Keep", "Сохранить", "Сақтау"],
            ["act-withhold"] = ["Withdraw from the public", "Убрать из публикации", "Жариядан алу"],
            ["any"] = ["any", "любые", "кез келген"],
            ["assigned"] = ["Assigned to", "Кому поручено", "Кімге тапсырылған"],
            ["category"] = ["Category", "Категория", "Санат"],
            ["complaint"] = ["Complaint", "Жалоба", "Шағым"],
            ["copies-all"] =
            [
                "All copies, also those not published.",
                "Все копии, включая неопубликованные.",
                "Барлық көшірмелер, жарияланбағандары да.",
            ],
            ["copies-what"] =
            [
                "What observers copied from the same protocol. An empty cell was not copied.",
                "Что наблюдатели переписали с того же протокола. Пустая ячейка не переписана.",
                "Бақылаушылар сол хаттамадан не көшірді. Бос ұяшық көшірілмеген.",
            ],
            ["copy-differs"] = ["a copy differs", "копия расходится", "көшірме өзгеше"],
            ["copy-on-station"] =
            [
                "The copy beside the entries, on the page of the station",
                "Копия рядом с вводом, на странице участка",
                "Көшірме енгізулермен қатар, учаске бетінде",
            ],
            ["copy-too-early"] =
            [
                "A copy is published when the protocol stands, so that entries stay blind.",
                "Копия публикуется, когда протокол принят, чтобы ввод оставался слепым.",
                "Енгізу жасырын қалуы үшін көшірме хаттама қабылданғанда жарияланады.",
            ],
            ["discrepancies"] = ["Discrepancies", "Расхождения", "Айырмалар"],
            ["discrepancies-what"] =
            [
                "Observers' copies that differ from what stands. Those come first that would move most seats if the copy stood instead and all else stayed; then those of most votes.",
                "Копии наблюдателей, которые расходятся с принятым. Сначала те, что сдвинули бы больше всего мандатов, если бы вместо принятого стояла копия; затем по числу голосов.",
                "Қабылданғаннан өзгеше бақылаушы көшірмелері. Алдымен қабылданғанның орнына көшірме тұрса, ең көп мандат жылжытатындары; содан кейін дауыс саны бойынша.",
            ],
            ["duplicate-of"] = ["Duplicate of", "Повтор сообщения", "Мынаның қайталануы"],
            ["happened"] = ["Happened", "Произошло", "Болған уақыты"],
            ["likely-duplicates"] = ["Likely the same", "Вероятно, то же самое", "Бәлкім, дәл сол"],
            ["merge-into"] =
            [
                "This report is a duplicate of it",
                "Это сообщение — его повтор",
                "Бұл хабарлама — соның қайталануы",
            ],
            ["merged-here"] = ["merged here", "присоединено сюда", "осында біріктірілді"],
            ["observer"] = ["Observer", "Наблюдатель", "Бақылаушы"],
            ["observers-copies"] = ["Observers' copies", "Копии наблюдателей", "Бақылаушылардың көшірмелері"],
            ["order"] = ["Order", "Порядок", "Реті"],
            ["order-severity"] = ["gravest first", "сначала тяжёлые", "алдымен ауырлары"],
            ["order-time"] = ["latest first", "сначала последние", "алдымен соңғылары"],
            ["order-unit"] = ["by station", "по участкам", "учаске бойынша"],
            ["photograph"] = ["Photograph {0} of {1}", "Фотография {0} из {1}", "Фотосурет: {0}, барлығы {1}"],
            ["photographs"] = ["Photographs", "Фотографии", "Фотосуреттер"],
            ["publish-copy-what"] =
            [
                "Publishing shows the figures and opens the signed envelope, so that anybody can check it against the log.",
                "Публикация покажет цифры и раскроет подписанный конверт, чтобы каждый мог сверить его с журналом.",
                "Жариялау сандарды көрсетеді және әркім журналмен салыстыра алуы үшін қол қойылған конвертті ашады.",
            ],
            ["publish-text"] =
            [
                "with the observer's words",
                "вместе со словами наблюдателя",
                "бақылаушының сөзімен бірге",
            ],
            ["publish-what"] =
            [
                "Publishing shows the category, the severity, the station and the time; photographs go into the public bundle.",
                "Публикация покажет категорию, тяжесть, участок и время; фотографии войдут в открытый пакет.",
                "Жариялау санатты, ауырлығын, учаске мен уақытты көрсетеді; фотосуреттер ашық пакетке енеді.",
            ],
            ["published"] = ["published", "опубликовано", "жарияланған"],
            ["published-incidents"] = ["Published incidents", "Опубликованные происшествия", "Жарияланған оқиғалар"],
            ["published-none"] = ["None was published.", "Ничего не опубликовано.", "Ештеңе жарияланған жоқ."],
            ["published-what"] =
            [
                "What observers reported and coordinators published.",
                "Что сообщили наблюдатели и опубликовали координаторы.",
                "Бақылаушылар хабарлап, үйлестірушілер жариялаған.",
            ],
            ["report"] = ["Report", "Сообщение", "Хабарлама"],
            ["report-checked"] = ["checked", "проверено", "тексерілді"],
            ["report-closed"] = ["closed", "закрыто", "жабылды"],
            ["report-kind"] = ["Kind", "Вид", "Түрі"],
            ["report-kind-copy"] = ["Copy of a protocol", "Копия протокола", "Хаттама көшірмесі"],
            ["report-kind-incident"] = ["Incident", "Происшествие", "Оқиға"],
            ["report-kind-observation"] = ["Observation", "Наблюдение", "Бақылау"],
            ["report-new"] = ["new", "новое", "жаңа"],
            ["report-open"] = ["in work", "в работе", "жұмыста"],
            ["report-purged"] =
            [
                "What it said was purged; its line in the log stays.",
                "Содержание удалено; строка в журнале остаётся.",
                "Мазмұны жойылған; журналдағы жолы қалады.",
            ],
            ["report-wrong"] =
            [
                "The form is not filled in as this decision needs it.",
                "Форма заполнена не так, как нужно для этого решения.",
                "Нысан бұл шешімге қажетінше толтырылмаған.",
            ],
            ["reports"] = ["Reports", "Сообщения", "Хабарламалар"],
            ["reports-found"] = ["{0} found", "Найдено: {0}", "Табылды: {0}"],
            ["ruling"] = ["Ruling", "Решение по жалобе", "Шағым бойынша шешім"],
            ["sample-copies"] =
            [
                "From observers' copies",
                "По копиям наблюдателей",
                "Бақылаушылардың көшірмелері бойынша",
            ],
            ["sample-official"] =
            [
                "From protocols that stand",
                "По принятым протоколам",
                "Қабылданған хаттамалар бойынша",
            ],
            ["seats-moved"] = ["Seats that move", "Сдвинется мандатов", "Жылжитын мандат"],
            ["severity"] = ["Severity", "Тяжесть", "Ауырлығы"],
            ["show"] = ["Show", "Показать", "Көрсету"],
            ["votes-differ"] = ["Votes that differ", "Расходится голосов", "Өзгеше дауыс"],
            ["with-duplicates"] = ["with duplicates", "с повторами", "қайталанғандарымен"],
        };
}
