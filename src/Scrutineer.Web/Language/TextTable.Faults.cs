namespace Scrutineer.Web.Language;

/// <content>What is said where something failed.</content>
internal static partial class TextTable
{
    private static Dictionary<string, string[]> OfFaults() =>
        new(StringComparer.Ordinal)
        {
            ["fault-database"] = ["The database does not answer", "База данных не отвечает", "Дерекқор жауап бермейді"],
            ["fault-database-why"] =
            [
                "It may be starting anew, or its disk may be full. What was accepted before is kept. Send this again in a few seconds; it is accepted once.",
                "Возможно, она перезапускается или на диске нет места. Всё принятое ранее сохранено. Отправьте ещё раз через несколько секунд; принято будет один раз.",
                "Ол қайта іске қосылып жатуы немесе дискіде орын болмауы мүмкін. Бұрын қабылданғанның бәрі сақталған. Бірнеше секундтан кейін қайта жіберіңіз; бір рет қана қабылданады.",
            ],
            ["fault-large"] = ["The request is too large", "Запрос слишком велик", "Сұрау тым үлкен"],
            ["fault-large-why"] = ["Nothing was accepted.", "Ничего не принято.", "Ештеңе қабылданған жоқ."],
            ["fault-request"] = ["The request cannot be read", "Запрос не читается", "Сұрау оқылмайды"],
            ["fault-request-why"] =
            [
                "Nothing was accepted. Load the page again.",
                "Ничего не принято. Загрузите страницу заново.",
                "Ештеңе қабылданған жоқ. Бетті қайта жүктеңіз.",
            ],
            ["fault-server"] = ["Something failed here", "Сбой на сервере", "Серверде ақау болды"],
            ["fault-server-why"] =
            [
                "What was accepted before is kept. Load the page again; whoever runs the server finds the reason in its log.",
                "Всё принятое ранее сохранено. Загрузите страницу заново; причина записана в журнале сервера.",
                "Бұрын қабылданғанның бәрі сақталған. Бетті қайта жүктеңіз; себебі сервер журналында жазылған.",
            ],
        };
}
