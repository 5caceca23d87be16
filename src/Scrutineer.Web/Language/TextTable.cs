namespace Scrutineer.Web.Language;

/// <summary>Every text of the pages: English, Russian, Kazakh.</summary>
internal static partial class TextTable
{
    /// <summary>The texts by name, in the order of <see cref="Texts.Languages"/>.</summary>
    public static IReadOnlyDictionary<string, string[]> Rows { get; } =
        new[] { General(), OfReports(), OfObservers(), OfCoordinators(), OfFaults(), OfPrograms(), OfPurge() }
            .SelectMany(part => part)
            .ToDictionary(row => row.Key, row => row.Value, StringComparer.Ordinal);

    private static Dictionary<string, string[]> General() =>
        new(StringComparer.Ordinal)
        {
            ["accounts"] = ["Accounts", "Учётные записи", "Есептік жазбалар"],
            ["account-name"] = ["Name (not a person's)", "Имя (не личное)", "Атауы (жеке есім емес)"],
            ["account-role"] = ["Role", "Роль", "Рөлі"],
            ["account-add"] = ["Add the account", "Добавить", "Қосу"],
            ["account-link"] = ["New link", "Новая ссылка", "Жаңа сілтеме"],
            ["account-disable"] = ["Disable", "Отключить", "Өшіру"],
            ["account-enable"] = ["Enable", "Включить", "Қосу"],
            ["account-state"] = ["State", "Состояние", "Күйі"],
            ["account-active"] = ["may sign in", "может войти", "кіре алады"],
            ["account-disabled"] = ["disabled", "отключена", "өшірілген"],
            ["account-waiting"] = ["waits for its password", "ждёт пароля", "құпиясөзді күтуде"],
            ["account-taken"] =
            [
                "There is an account of this name.",
                "Запись с таким именем уже есть.",
                "Мұндай атаумен жазба бар.",
            ],
            ["account-badly-named"] =
            [
                "A name has 2 to 40 letters, digits, dots or hyphens.",
                "Имя состоит из 2–40 букв, цифр, точек или дефисов.",
                "Атау 2–40 әріптен, цифрдан, нүктеден немесе сызықшадан тұрады.",
            ],
            ["account-link-once"] =
            [
                "Hand this link to {0}. It works once, for 24 hours, and is not shown again.",
                "Передайте эту ссылку: {0}. Она действует один раз, 24 часа, и больше не показывается.",
                "Бұл сілтемені {0} үшін беріңіз. Ол бір рет, 24 сағат жарамды және қайта көрсетілмейді.",
            ],
            ["actions"] = ["Actions", "Действия", "Әрекеттер"],
            ["back"] = ["Back", "Назад", "Артқа"],
            ["bounds"] = ["Can still become", "Ещё может стать", "Әлі болуы мүмкін"],
            ["bounds-open"] = ["{0}–{1} or further", "{0}–{1} или дальше", "{0}–{1} немесе әрі"],
            ["check-log"] = ["Check it yourself", "Проверьте сами", "Өзіңіз тексеріңіз"],
            ["check-log-how"] =
            [
                "Every accepted entry is a leaf of an append-only log. Download the bundle and verify it offline: scrutineer verify.",
                "Каждая принятая запись — лист журнала, который можно только дополнять. Скачайте пакет и проверьте его без сети: scrutineer verify.",
                "Қабылданған әр жазба — тек толықтырылатын журналдың парағы. Пакетті жүктеп алып, желісіз тексеріңіз: scrutineer verify.",
            ],
            ["checkpoint"] = ["Checkpoint", "Контрольная точка", "Бақылау нүктесі"],
            ["claim"] = ["Take this protocol", "Взять протокол", "Хаттаманы алу"],
            ["copy"] = ["Copy", "Копия", "Көшірме"],
            ["copy-first"] = ["First entry", "Первый ввод", "Бірінші енгізу"],
            ["copy-second"] = ["Second entry", "Второй ввод", "Екінші енгізу"],
            ["copy-settled"] = ["Stands", "Принято", "Қабылданды"],
            ["decide"] = ["Decide", "Решить", "Шешу"],
            ["decide-reason"] = ["Reason (it is published)", "Причина (публикуется)", "Себебі (жарияланады)"],
            ["differing"] = ["The entries differ here", "Здесь записи расходятся", "Мұнда жазбалар өзгеше"],
            ["download"] = ["Download", "Скачать", "Жүктеу"],
            ["draft-saved"] = ["Saved; not handed in yet.", "Сохранено; ещё не сдано.", "Сақталды; әлі тапсырылмаған."],
            ["draft-unsaved"] =
            [
                "Not saved: no connection. It is tried again.",
                "Не сохранено: нет связи. Попытка повторится.",
                "Сақталмады: байланыс жоқ. Әрекет қайталанады.",
            ],
            ["entry"] = ["Enter protocols", "Ввод протоколов", "Хаттамаларды енгізу"],
            ["entry-find"] = ["Station", "Участок", "Учаске"],
            ["entry-free"] = ["Protocols to enter", "Протоколы для ввода", "Енгізілетін хаттамалар"],
            ["entry-found"] =
            [
                "Stations found that you may take: {0}.",
                "Найдено участков, которые вы можете взять: {0}.",
                "Алуға болатын табылған учаскелер: {0}.",
            ],
            ["entry-next"] = ["Take the next protocol", "Взять следующий протокол", "Келесі хаттаманы алу"],
            ["entry-mine"] = ["Protocols you hold", "Протоколы у вас", "Сіздегі хаттамалар"],
            ["entry-none"] = ["There is none.", "Нет ни одного.", "Бірде-бірі жоқ."],
            ["faults"] =
            [
                "These fields are not filled in as the form asks",
                "Эти поля заполнены не так, как требует форма",
                "Бұл өрістер нысан талабына сай толтырылмаған",
            ],
            ["field"] = ["Field", "Поле", "Өріс"],
            ["held-by"] = ["Held by", "У кого", "Кімде"],
            ["keys"] =
            [
                "Enter goes on. A number as written; 0 for nought; - for blank; ? for illegible.",
                "Enter — дальше. Число как написано; 0 — ноль; - — не заполнено; ? — неразборчиво.",
                "Enter — әрі қарай. Сан жазылғандай; 0 — нөл; - — толтырылмаған; ? — оқылмайды.",
            ],
            ["language"] = ["Language", "Язык", "Тіл"],
            ["link-bad"] =
            [
                "This link was used, has expired, or never was one. Ask the administrator for another.",
                "Ссылка использована, истекла или неверна. Попросите у администратора новую.",
                "Сілтеме пайдаланылған, мерзімі өткен немесе қате. Әкімшіден жаңасын сұраңыз.",
            ],
            ["link-set"] = ["Choose a password for {0}", "Выберите пароль для {0}", "{0} үшін құпиясөз таңдаңыз"],
            ["list"] = ["List", "Список", "Тізім"],
            ["move-accept-as-written"] =
            [
                "The paper itself is so: accept as written",
                "Так написано на бумаге: принять",
                "Қағаздың өзінде солай: қабылдау",
            ],
            ["move-claim"] = ["taken", "взят", "алынды"],
            ["move-delete"] = ["Withdraw the entry", "Снять ввод", "Енгізуді алып тастау"],
            ["move-discard"] =
            [
                "Discard both entries and begin anew",
                "Отбросить и начать заново",
                "Жойып, қайта бастау",
            ],
            ["move-keep-first"] = ["The first entry is right", "Верен первый ввод", "Бірінші енгізу дұрыс"],
            ["move-keep-second"] = ["The second entry is right", "Верен второй ввод", "Екінші енгізу дұрыс"],
            ["move-release"] = ["Give it back", "Вернуть", "Қайтару"],
            ["move-reopen"] = ["Reopen", "Открыть заново", "Қайта ашу"],
            ["move-return-to-clerk"] =
            [
                "Misread: return to the clerk",
                "Прочитано неверно: вернуть оператору",
                "Қате оқылған: операторға қайтару",
            ],
            ["move-submit"] = ["Hand in", "Сдать", "Тапсыру"],
            ["no-result"] =
            [
                "No protocol stands yet.",
                "Ни один протокол ещё не принят.",
                "Әлі бірде-бір хаттама қабылданған жоқ.",
            ],
            ["not-allowed"] = ["You may not do this", "Это вам не разрешено", "Бұған рұқсатыңыз жоқ"],
            ["not-found"] = ["There is no such page", "Такой страницы нет", "Мұндай бет жоқ"],
            ["of-valid"] =
            [
                "Share of valid votes counted",
                "Доля учтённых действительных голосов",
                "Есептелген жарамды дауыстар үлесі",
            ],
            ["only-differing"] =
            [
                "Two entries differ. Enter only these fields, from the paper.",
                "Два ввода расходятся. Введите только эти поля, с бумаги.",
                "Екі енгізу өзгеше. Тек осы өрістерді қағаздан енгізіңіз.",
            ],
            ["password"] = ["Password", "Пароль", "Құпиясөз"],
            ["password-long"] = ["At least 12 characters.", "Не меньше 12 знаков.", "Кемінде 12 таңба."],
            ["preliminary"] =
            [
                "Preliminary: it changes while protocols come in.",
                "Предварительно: меняется по мере поступления протоколов.",
                "Алдын ала: хаттамалар түскен сайын өзгереді.",
            ],
            ["queue"] = ["Queue", "Очередь", "Кезек"],
            ["refused-entered-it-already"] =
            [
                "You entered this paper already; another pair of eyes is needed.",
                "Вы уже вводили этот протокол; нужен другой человек.",
                "Сіз бұл хаттаманы енгізгенсіз; басқа адам керек.",
            ],
            ["refused-field-at-fault"] =
            [
                "A field holds what the form does not allow.",
                "В поле то, чего форма не допускает.",
                "Өрісте нысан рұқсат етпейтін мән тұр.",
            ],
            ["refused-held-by-somebody-else"] =
            [
                "Somebody else holds this protocol.",
                "Протокол у другого человека.",
                "Хаттама басқа адамда.",
            ],
            ["refused-not-a-coordinator"] =
            [
                "Only a coordinator may decide this.",
                "Это решает только координатор.",
                "Мұны тек үйлестіруші шешеді.",
            ],
            ["refused-not-in-this-state"] =
            [
                "This is not possible as the protocol stands.",
                "В этом состоянии это невозможно.",
                "Бұл күйде мүмкін емес.",
            ],
            ["refused-not-the-fields-asked-for"] =
            [
                "Fill in every field that is asked for, and no other.",
                "Заполните все запрошенные поля и только их.",
                "Сұралған барлық өрісті ғана толтырыңыз.",
            ],
            ["refused-reason-missing"] =
            [
                "A decision needs a reason.",
                "Решению нужна причина.",
                "Шешімге себеп керек.",
            ],
            ["relations"] = ["Control relations", "Контрольные соотношения", "Бақылау қатынастары"],
            ["relations-hold"] =
            [
                "Every relation that can be told holds.",
                "Все проверяемые соотношения выполнены.",
                "Тексерілетін қатынастардың бәрі орындалады.",
            ],
            ["reported"] =
            [
                "{0} of {1} stations stand ({2})",
                "Принято {0} из {1} участков ({2})",
                "{1} учаскеден {0} қабылданды ({2})",
            ],
            ["results"] = ["Results", "Результаты", "Нәтижелер"],
            ["role-administrator"] = ["administrator", "администратор", "әкімші"],
            ["role-clerk"] = ["clerk", "оператор", "оператор"],
            ["role-coordinator"] = ["coordinator", "координатор", "үйлестіруші"],
            ["role-screen"] = ["screen", "экран", "экран"],
            ["role-verifier"] = ["verifier", "проверяющий", "тексеруші"],
            ["row"] = ["Row", "Строка", "Жол"],
            ["seats"] = ["Seats", "Мандаты", "Мандаттар"],
            ["seats-of"] =
            [
                "{0} seats by {1}, edition {2}",
                "Мандатов: {0}; {1}, редакция {2}",
                "Мандат саны: {0}; {1}, редакция {2}",
            ],
            ["send-again"] =
            [
                "Another thing was sent under the same number. Load the page again.",
                "Под тем же номером было отправлено другое. Загрузите страницу заново.",
                "Осы нөмірмен басқа нәрсе жіберілген. Бетті қайта жүктеңіз.",
            ],
            ["set-password"] = ["Set the password", "Задать пароль", "Құпиясөзді орнату"],
            ["sign-in"] = ["Sign in", "Войти", "Кіру"],
            ["sign-in-failed"] =
            [
                "Name or password is wrong, or the account is disabled.",
                "Неверное имя или пароль, либо запись отключена.",
                "Атау не құпиясөз қате немесе жазба өшірілген.",
            ],
            ["sign-in-slow"] =
            [
                "Too many attempts. Wait a few minutes.",
                "Слишком много попыток. Подождите несколько минут.",
                "Әрекет тым көп. Бірнеше минут күтіңіз.",
            ],
            ["sign-out"] = ["Sign out", "Выйти", "Шығу"],
            ["skip"] = ["To the content", "К содержанию", "Мазмұнға"],
            ["somebody-moved"] =
            [
                "Somebody moved first. This is how the protocol stands now; nothing of yours was written.",
                "Кто-то успел раньше. Так протокол выглядит сейчас; ваше не записано.",
                "Біреу бұрын үлгерді. Хаттама қазір осындай; сіздікі жазылмады.",
            ],
            ["state"] = ["State", "Состояние", "Күйі"],
            ["state-awaiting-second"] = ["awaits the second entry", "ждёт второго ввода", "екінші енгізуді күтуде"],
            ["state-contested"] =
            [
                "contested: a coordinator decides",
                "спорно: решает координатор",
                "даулы: үйлестіруші шешеді",
            ],
            ["state-deleted"] = ["withdrawn", "снят", "алынып тасталды"],
            ["state-differing"] = ["the two entries differ", "два ввода расходятся", "екі енгізу өзгеше"],
            ["state-first-entry"] = ["first entry under way", "идёт первый ввод", "бірінші енгізу жүруде"],
            ["state-first-flawed"] =
            [
                "breaks a control relation",
                "нарушено контрольное соотношение",
                "бақылау қатынасы бұзылған",
            ],
            ["state-not-started"] = ["not started", "не начат", "басталмаған"],
            ["state-second-entry"] = ["second entry under way", "идёт второй ввод", "екінші енгізу жүруде"],
            ["state-settled"] = ["stands", "принят", "қабылданды"],
            ["state-third-entry"] = ["third entry under way", "идёт третий ввод", "үшінші енгізу жүруде"],
            ["station"] = ["Station", "Участок", "Учаске"],
            ["stations"] = ["Stations", "Участки", "Учаскелер"],
            ["total"] = ["Total", "Итого", "Барлығы"],
            ["totals"] =
            [
                "Totals of the stations that stand",
                "Итоги принятых участков",
                "Қабылданған учаскелер қорытындысы",
            ],
            ["unknown-values"] = ["not known", "неизвестно", "белгісіз"],
            ["value-blank"] = ["blank", "не заполнено", "толтырылмаған"],
            ["value-illegible"] = ["illegible", "неразборчиво", "оқылмайды"],
            ["value-not-reported"] = ["not reported", "не сообщено", "хабарланбаған"],
            ["value-wrong"] = ["a number, 0, - or ?", "число, 0, - или ?", "сан, 0, - немесе ?"],
            ["votes"] = ["Votes", "Голоса", "Дауыстар"],
        };
}
