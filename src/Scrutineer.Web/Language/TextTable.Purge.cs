namespace Scrutineer.Web.Language;

/// <content>The texts of the page of what is purged.</content>
internal static partial class TextTable
{
    private static Dictionary<string, string[]> OfPurge() =>
        new(StringComparer.Ordinal)
        {
            ["purge"] = ["Purge", "Удаление сведений", "Мәліметті жою"],
            ["purge-afterwards"] =
            [
                "Copies of the database that were made before still hold it: purge or destroy them. Start the server again when the night allows it, so that nothing stays in its memory.",
                "Копии базы данных, сделанные раньше, всё ещё содержат это: удалите сведения и из них или уничтожьте их. Перезапустите сервер, когда позволит ночь, чтобы ничего не осталось в его памяти.",
                "Дерекқордың бұрын жасалған көшірмелерінде бұл әлі бар: олардан да жойыңыз немесе көшірмелердің өзін жойыңыз. Жадында ештеңе қалмауы үшін мүмкіндік болғанда серверді қайта іске қосыңыз.",
            ],
            ["purge-again-observer"] =
            [
                "Type the pseudonym again",
                "Введите псевдоним ещё раз",
                "Бүркеншік атты қайта теріңіз",
            ],
            ["purge-again-photograph"] =
            [
                "Type the SHA-256 again",
                "Введите SHA-256 ещё раз",
                "SHA-256 мәнін қайта теріңіз",
            ],
            ["purge-again-report"] =
            [
                "Type the identifier again",
                "Введите идентификатор ещё раз",
                "Идентификаторды қайта теріңіз",
            ],
            ["purge-counts"] =
            [
                "It is a record of a protocol or of a setting, and is not purged: what counts is replayed from it.",
                "Это запись протокола или настройки, она не удаляется: по ней воспроизводится подсчёт.",
                "Бұл хаттаманың немесе баптаудың жазбасы, ол жойылмайды: санақ сол бойынша қайта құрылады.",
            ],
            ["purge-done"] =
            [
                "Purged. Records: {0}. Photographs: {1}.",
                "Удалено. Записей: {0}. Фотографий: {1}.",
                "Жойылды. Жазба: {0}. Фотосурет: {1}.",
            ],
            ["purge-for-good"] =
            [
                "Nothing brings it back. That it was purged, by whom and why is public at once.",
                "Вернуть это нельзя. Что, кем и почему удалено, сразу становится публичным.",
                "Оны қайтару мүмкін емес. Ненің, кім арқылы және не үшін жойылғаны бірден жария болады.",
            ],
            ["purge-goes"] =
            [
                "What goes: the words, answers and figures that were signed on the device (records: {0}), and the pictures themselves (photographs: {1}). Photographs that another report names stay.",
                "Исчезнет: слова, ответы и цифры, подписанные на устройстве (записей: {0}), и сами снимки (фотографий: {1}). Фотографии, названные и в другом сообщении, остаются.",
                "Жойылатыны: құрылғыда қол қойылған сөздер, жауаптар мен сандар (жазба: {0}) және суреттердің өзі (фотосурет: {1}). Басқа хабарламада аталған фотосуреттер қалады.",
            ],
            ["purge-it"] = ["Purge it for good", "Удалить навсегда", "Біржола жою"],
            ["purge-look"] = ["Show what would go", "Показать, что исчезнет", "Не жойылатынын көрсету"],
            ["purge-name"] =
            [
                "Pseudonym, identifier or SHA-256",
                "Псевдоним, идентификатор или SHA-256",
                "Бүркеншік ат, идентификатор немесе SHA-256",
            ],
            ["purge-name-how"] =
            [
                "As it stands in the log. That of a report is in the address of its page as well.",
                "Как в журнале. У сообщения он есть и в адресе его страницы.",
                "Журналдағыдай. Хабарламанікі оның бетінің мекенжайында да бар.",
            ],
            ["purge-not-typed"] =
            [
                "What was typed again is not the same. Nothing was purged.",
                "Введённое повторно не совпадает. Ничего не удалено.",
                "Қайта терілгені сәйкес емес. Ештеңе жойылған жоқ.",
            ],
            ["purge-nothing"] =
            [
                "There is nothing private of it: it is not there, or was purged before.",
                "Ничего закрытого с таким именем нет: его не было, или оно уже удалено.",
                "Мұндай атаумен жабық ештеңе жоқ: ол болмаған немесе бұрын жойылған.",
            ],
            ["purge-of-observer"] =
            [
                "All that an observer handed in",
                "Всё, что сдал наблюдатель",
                "Байқаушы тапсырғанның бәрі",
            ],
            ["purge-of-photograph"] = ["One photograph", "Одна фотография", "Бір фотосурет"],
            ["purge-of-report"] = ["One report", "Одно сообщение", "Бір хабарлама"],
            ["purge-other"] = ["Something else", "Другое", "Басқасы"],
            ["purge-stays"] =
            [
                "What stays: the lines of the log with pseudonym, kind, unit and times, the hashes of what is gone, the decisions of coordinators, and what they published. The log, every bundle and every copy are verified as before.",
                "Останется: строки журнала с псевдонимом, видом, единицей и временем, хеши удалённого, решения координаторов и то, что они опубликовали. Журнал, все пакеты и копии проверяются как прежде.",
                "Қалатыны: бүркеншік ат, түр, бірлік және уақыт жазылған журнал жолдары, жойылғанның хештері, үйлестірушілердің шешімдері мен жариялағандары. Журнал, барлық бума мен көшірме бұрынғыдай тексеріледі.",
            ],
            ["purge-still-read"] =
            [
                "The database was being read: the bytes are gone from its write-ahead log when the server has been stopped.",
                "База данных в это время читалась: из её журнала упреждающей записи байты исчезнут, когда сервер будет остановлен.",
                "Дерекқор осы сәтте оқылып жатты: оның алдын ала жазу журналынан байттар сервер тоқтатылғанда жойылады.",
            ],
            ["purge-what"] = ["What is purged", "Что удаляется", "Не жойылады"],
            ["purge-why"] =
            [
                "Takes the words and photographs of reports that can harm a person out of the database for good. The log stays verifiable.",
                "Навсегда удаляет из базы данных слова и фотографии сообщений, которые могут навредить человеку. Журнал остаётся проверяемым.",
                "Адамға зиян тигізуі мүмкін хабарламалардың сөздері мен фотосуреттерін дерекқордан біржола жояды. Журналды тексеру мүмкіндігі қалады.",
            ],
        };
}
