namespace Scrutineer.Web.Language;

/// <content>The texts of the page of programs' tokens.</content>
internal static partial class TextTable
{
    private static Dictionary<string, string[]> OfPrograms() =>
        new(StringComparer.Ordinal)
        {
            ["program-days"] = ["Days", "Дней", "Күн саны"],
            ["program-give"] = ["Make a token", "Создать токен", "Токен жасау"],
            ["program-revoke"] = ["End it", "Отозвать", "Тоқтату"],
            ["program-token-once"] =
            [
                "The token of {0}. It is shown this once; keep it as you keep a password:",
                "Токен для {0}. Он показан один раз; храните его как пароль:",
                "{0} токені. Ол бір рет қана көрсетіледі; құпиясөздей сақтаңыз:",
            ],
            ["program-until"] = ["Good until", "Действует до", "Жарамды мерзімі"],
            ["programs"] = ["Programs", "Программы", "Бағдарламалар"],
            ["programs-why"] =
            [
                "A program that enters or reads in an account's name shows a token. What it does stands in the log under that name.",
                "Программа, которая вводит или читает от имени учётной записи, предъявляет токен. Её действия записаны в журнале под этим именем.",
                "Есептік жазба атынан енгізетін немесе оқитын бағдарлама токен көрсетеді. Оның әрекеттері журналда осы атпен тұрады.",
            ],
        };
}
