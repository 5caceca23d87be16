namespace Scrutineer.Web.Language;

/// <content>The texts of reports: who hands them in, and what incidents are.</content>
internal static partial class TextTable
{
    private static Dictionary<string, string[]> OfReports() =>
        new(StringComparer.Ordinal)
        {
            ["answers"] = ["Answers", "Ответы", "Жауаптар"],
            ["answers-form-unknown"] =
            [
                "This server has no file of the version that was answered; the questions are named by their ids.",
                "На этом сервере нет файла той версии формы, на которую отвечали; вопросы названы по их обозначениям.",
                "Бұл серверде жауап берілген нұсқаның файлы жоқ; сұрақтар белгілерімен аталған.",
            ],
            ["answers-of"] = ["{0}, version {1}.", "{0}, версия {1}.", "{0}, {1}-нұсқа."],
            ["device-joined"] = ["has a device", "устройство подключено", "құрылғы қосылған"],
            ["device-waiting"] = ["waits for its device", "ждёт устройства", "құрылғыны күтуде"],
            ["import"] = ["Carried reports", "Принесённые сообщения", "Қолмен әкелінген хабарламалар"],
            ["import-accepted"] = ["accepted", "принято", "қабылданды"],
            ["import-before"] = ["was there before", "уже было принято", "бұрын қабылданған"],
            ["import-differs"] =
            [
                "refused: another report has its identifier",
                "отклонено: под этим номером есть другое сообщение",
                "қабылданбады: бұл нөмірмен басқа хабарлама бар",
            ],
            ["import-do"] = ["Take in", "Принять", "Қабылдау"],
            ["import-empty"] =
            [
                "Choose a file, or paste what was read from the pictures.",
                "Выберите файл или вставьте прочитанное с экрана.",
                "Файлды таңдаңыз немесе экраннан оқылғанды қойыңыз.",
            ],
            ["import-file"] = ["A file that was carried here", "Принесённый файл", "Әкелінген файл"],
            ["import-full"] =
            [
                "refused: its device has handed in as much as one device may",
                "отклонено: с этого устройства уже сдано столько, сколько можно",
                "қабылданбады: бұл құрылғы рұқсат етілген мөлшерді тапсырып қойды",
            ],
            ["import-id"] = ["Report or photograph", "Сообщение или снимок", "Хабарлама немесе сурет"],
            ["import-line"] = ["Line", "Строка", "Жол"],
            ["import-keep"] =
            [
                "Keep the lines that were not accepted",
                "Сохранить непринятые строки",
                "Қабылданбаған жолдарды сақтау",
            ],
            ["import-refused"] =
            [
                "refused: no report that this election takes",
                "отклонено: такое сообщение здесь не принимается",
                "қабылданбады: бұл сайлау мұндай хабарламаны қабылдамайды",
            ],
            ["import-slow"] =
            [
                "refused: too many at once",
                "отклонено: слишком много сразу",
                "қабылданбады: бірден тым көп",
            ],
            ["import-sum"] =
            [
                "{0} accepted, {1} were there before, {2} refused.",
                "Принято: {0}, было раньше: {1}, отклонено: {2}.",
                "Қабылданғаны: {0}, бұрыннан бары: {1}, қабылданбағаны: {2}.",
            ],
            ["import-text"] =
            [
                "Or what was read from the pictures on a screen",
                "Или прочитанное с экрана другого телефона",
                "Немесе басқа телефонның экранынан оқылғаны",
            ],
            ["import-unknown"] =
            [
                "refused: no known device signed it",
                "отклонено: подпись не принадлежит известному устройству",
                "қабылданбады: қолтаңба белгілі құрылғынікі емес",
            ],
            ["import-why"] = ["Remarks", "Примечания", "Ескертпелер"],
            ["incident-ballot-stuffing"] =
            [
                "Ballots stuffed, or a person voted more than once",
                "Вброс бюллетеней или повторное голосование",
                "Бюллетень тастау немесе қайталап дауыс беру",
            ],
            ["incident-condition-of-access"] =
            [
                "A paper or test demanded that not everybody could get",
                "Потребовали документ или справку, доступные не всем",
                "Әркімнің қолы жете бермейтін құжат немесе анықтама талап етілді",
            ],
            ["incident-containment"] =
            [
                "People held in the street",
                "Людей удерживали на улице",
                "Адамдар көшеде қоршауда ұсталды",
            ],
            ["incident-detention"] = ["People detained", "Задержание людей", "Адамдарды ұстау"],
            ["incident-internet-blocked"] =
            [
                "The internet or a part of it out of reach",
                "Интернет или его часть недоступны",
                "Интернет немесе оның бөлігі қолжетімсіз",
            ],
            ["incident-journalist-excluded"] =
            [
                "A journalist kept out or removed",
                "Журналиста не пустили или удалили",
                "Журналист кіргізілмеді немесе шығарылды",
            ],
            ["incident-media-restrained"] =
            [
                "Media or speech restrained",
                "Ограничение СМИ или высказываний",
                "БАҚ-ты немесе сөз айтуды шектеу",
            ],
            ["incident-miscount"] =
            [
                "Votes counted or entered wrongly",
                "Голоса посчитаны или внесены неверно",
                "Дауыстар қате саналды немесе енгізілді",
            ],
            ["incident-observer-denied"] =
            [
                "An observer kept out of the station",
                "Наблюдателя не пустили на участок",
                "Байқаушы учаскеге кіргізілмеді",
            ],
            ["incident-observer-obstructed"] =
            [
                "An observer hindered or removed",
                "Наблюдателю мешали или его удалили",
                "Байқаушыға кедергі жасалды немесе ол шығарылды",
            ],
            ["incident-release"] = ["People released", "Людей отпустили", "Адамдар босатылды"],
            ["incident-unlawful-campaign"] =
            [
                "Campaigning where or when it is forbidden",
                "Агитация там или тогда, где и когда она запрещена",
                "Тыйым салынған жерде немесе уақытта үгіт жүргізу",
            ],
            ["role-observer"] = ["observer", "наблюдатель", "байқаушы"],
            ["severity-rights"] =
            [
                "touched the rights of voters, observers or the press",
                "затронуты права избирателей, наблюдателей или прессы",
                "сайлаушылардың, байқаушылардың немесе баспасөздің құқықтары қозғалды",
            ],
            ["severity-transparency"] =
            [
                "could have hidden what happened to votes",
                "могло скрыть, что произошло с голосами",
                "дауыстармен не болғанын жасыруы мүмкін",
            ],
            ["severity-votes"] = ["could have changed votes", "могло изменить голоса", "дауыстарды өзгертуі мүмкін"],
        };
}
