namespace Scrutineer.Web.Language;

/// <content>The texts of the phone pages of observers.</content>
internal static partial class TextTable
{
    private static Dictionary<string, string[]> OfObservers() =>
        new(StringComparer.Ordinal)
        {
            ["phone-again"] = ["Try again", "Повторить", "Қайталау"],
            ["phone-answered"] = ["{0} of {1} answered", "Отвечено: {0} из {1}", "{1} сұрақтан {0} жауап берілді"],
            ["phone-answers-missing"] =
            [
                "Answer at least one question.",
                "Ответьте хотя бы на один вопрос.",
                "Кемінде бір сұраққа жауап беріңіз.",
            ],
            ["phone-app"] = ["Scrutineer: observers", "Scrutineer: наблюдатели", "Scrutineer: байқаушылар"],
            ["phone-app-short"] = ["Observe", "Наблюдение", "Байқау"],
            ["phone-at"] = ["When it happened", "Когда это произошло", "Қашан болды"],
            ["phone-back"] = ["Back", "Назад", "Артқа"],
            ["phone-begin"] = ["Begin", "Начать", "Бастау"],
            ["phone-begun"] = ["Begun, not handed in", "Начато, не сдано", "Басталған, тапсырылмаған"],
            ["phone-carry"] = ["Without a network", "Без сети", "Желісіз"],
            ["phone-carry-codes"] = ["Show as codes", "Показать кодами", "Кодпен көрсету"],
            ["phone-carry-file"] = ["Save as a file", "Сохранить файлом", "Файлға сақтау"],
            ["phone-carry-help"] =
            [
                "What waits or was refused can be carried by hand: as a file with the photographs, or as codes for the coordinator's camera without them. It stays here and is still sent when the network is back; it is counted once.",
                "Всё, что ждёт или отклонено, можно передать из рук в руки: файлом с фотографиями или кодами для камеры координатора без них. Оно остаётся здесь и уйдёт, когда появится сеть; учтено будет один раз.",
                "Күтіп тұрғанды не қабылданбағанды қолма-қол жеткізуге болады: фотосуреттермен бірге файлмен немесе фотосуретсіз үйлестірушінің камерасына кодпен. Ол осында қалады және желі пайда болғанда жіберіледі; бір рет қана есептеледі.",
            ],
            ["phone-category"] = ["What kind of thing happened", "Что произошло: вид", "Не болды: түрі"],
            ["phone-choose"] = ["Choose", "Выберите", "Таңдаңыз"],
            ["phone-clear"] = ["Clear the answer", "Убрать ответ", "Жауапты алып тастау"],
            ["phone-code-back"] = ["Previous", "Предыдущий", "Алдыңғы"],
            ["phone-code-help"] =
            [
                "The coordinator reads each code with a camera, in any order.",
                "Координатор считывает каждый код камерой, в любом порядке.",
                "Үйлестіруші әр кодты камерамен кез келген ретпен оқиды.",
            ],
            ["phone-code-next"] = ["Next", "Следующий", "Келесі"],
            ["phone-code-of"] = ["Code {0} of {1}", "Код {0} из {1}", "{1} кодтың {0}-коды"],
            ["phone-code-run"] = ["Show one after the other", "Показывать по очереди", "Кезекпен көрсету"],
            ["phone-code-stop"] = ["Stop", "Остановить", "Тоқтату"],
            ["phone-copy"] = ["Copy of the protocol", "Копия протокола", "Хаттама көшірмесі"],
            ["phone-copy-empty"] =
            [
                "Type at least one figure, or add a photograph.",
                "Введите хотя бы одно число или добавьте фотографию.",
                "Кемінде бір санды енгізіңіз немесе фотосурет қосыңыз.",
            ],
            ["phone-device"] = ["This phone", "Телефон", "Телефон"],
            ["phone-discard"] = ["Throw this away", "Выбросить", "Жою"],
            ["phone-discard-sure"] =
            [
                "Throw this and its photographs away? They have not been sent.",
                "Выбросить это вместе с фотографиями? Они не отправлены.",
                "Мұны фотосуреттерімен бірге жою керек пе? Олар жіберілмеген.",
            ],
            ["phone-erase"] = ["Erase everything here", "Стереть всё", "Бәрін өшіру"],
            ["phone-erase-help"] =
            [
                "Removes the key, drafts, photographs, what waits and this program from the phone, at once and for good. What was sent is safe; what waits is lost.",
                "Сразу и навсегда удаляет с телефона ключ, черновики, фотографии, всё ожидающее и саму программу. Отправленное сохранено; ожидающее пропадёт.",
                "Кілтті, бастамаларды, фотосуреттерді, күтіп тұрғанның бәрін және осы бағдарламаны телефоннан бірден, біржола жояды. Жіберілгені сақталады; күтіп тұрғаны жоғалады.",
            ],
            ["phone-erase-type"] = ["To erase, type: {0}", "Чтобы стереть, введите: {0}", "Өшіру үшін теріңіз: {0}"],
            ["phone-erase-word"] = ["erase", "стереть", "өшіру"],
            ["phone-erased"] = ["Everything is erased", "Всё стёрто", "Бәрі өшірілді"],
            ["phone-erased-help"] =
            [
                "Close this page. The address may still stand in the browser's history, and photographs in the phone's own gallery.",
                "Закройте страницу. Адрес может остаться в истории браузера, а снимки — в галерее телефона.",
                "Бетті жабыңыз. Мекенжай браузер тарихында, ал суреттер телефон галереясында қалуы мүмкін.",
            ],
            ["phone-failed"] =
            [
                "The page could not start. With a network, load it once more; it then opens without one.",
                "Страница не запустилась. Загрузите её ещё раз при наличии сети; потом она откроется и без неё.",
                "Бет іске қосылмады. Желі болғанда тағы бір рет жүктеңіз; содан кейін желісіз де ашылады.",
            ],
            ["phone-finish"] = ["Hand in", "Сдать", "Тапсыру"],
            ["phone-forget"] =
            [
                "Clear the list of what was sent",
                "Очистить список отправленного",
                "Жіберілгендер тізімін тазарту",
            ],
            ["phone-found"] = ["{0} found", "Найдено: {0}", "Табылды: {0}"],
            ["phone-full"] =
            [
                "The phone has no room left: this was not kept. Free some room, or remove a photograph.",
                "На телефоне нет места: это не сохранено. Освободите место или уберите фотографию.",
                "Телефонда орын жоқ: бұл сақталмады. Орын босатыңыз немесе фотосуретті алып тастаңыз.",
            ],
            ["phone-incident"] = ["Incident", "Происшествие", "Оқиға"],
            ["phone-insecure"] =
            [
                "This browser or connection is not safe enough: the page needs HTTPS and a newer browser.",
                "Браузер или соединение недостаточно надёжны: нужны HTTPS и более новый браузер.",
                "Браузер не байланыс жеткілікті қауіпсіз емес: HTTPS және жаңа браузер керек.",
            ],
            ["phone-join"] = ["Join", "Подключение", "Қосылу"],
            ["phone-join-anew"] =
            [
                "With another link it gets a new key. What waits stays here.",
                "По другой ссылке он получит новый ключ. Ожидающее останется здесь.",
                "Басқа сілтемемен ол жаңа кілт алады. Күтіп тұрғаны осында қалады.",
            ],
            ["phone-join-help"] =
            [
                "Open the link that you were handed on this phone, or paste it here. It works once. The phone makes a key that never leaves it.",
                "Откройте полученную ссылку на этом телефоне или вставьте её сюда. Она действует один раз. Телефон создаст ключ, который его не покидает.",
                "Берілген сілтемені осы телефонда ашыңыз немесе осында қойыңыз. Ол бір рет жарамды. Телефон өзінен шықпайтын кілт жасайды.",
            ],
            ["phone-join-later"] =
            [
                "The server cannot be reached. Try again when there is a network.",
                "Сервер недоступен. Повторите, когда появится сеть.",
                "Сервер қолжетімсіз. Желі пайда болғанда қайталаңыз.",
            ],
            ["phone-keeps"] = ["What this phone keeps", "Что хранит телефон", "Телефон не сақтайды"],
            ["phone-keeps-size"] = ["About {0} KiB", "Около {0} КиБ", "Шамамен {0} КиБ"],
            ["phone-keeps-what"] =
            [
                "The program, the stations and the forms; a key; drafts, and what waits or was refused, with photographs. Of what was sent, one line with the time until the list is cleared.",
                "Программу, список участков и формы; ключ; черновики и всё, что ждёт или отклонено, с фотографиями. Об отправленном — одну строку со временем, пока список не очищен.",
                "Бағдарламаны, учаскелер тізімі мен нысандарды; кілтті; бастамаларды, күтіп тұрғанды не қабылданбағанды фотосуреттерімен. Жіберілгеннен — тізім тазартылғанша уақыты бар бір жол.",
            ],
            ["phone-kept"] = ["kept {0}", "сохранено {0}", "сақталды {0}"],
            ["phone-keys"] =
            [
                "A number as written; 0 for nought; - for blank; ? for illegible.",
                "Число как написано; 0 — ноль; - — не заполнено; ? — неразборчиво.",
                "Сан жазылғандай; 0 — нөл; - — толтырылмаған; ? — оқылмайды.",
            ],
            ["phone-language"] = ["Language", "Язык", "Тіл"],
            ["phone-link"] = ["Link", "Ссылка", "Сілтеме"],
            ["phone-link-bad"] =
            [
                "This is no link to join with.",
                "Это не ссылка для подключения.",
                "Бұл қосылу сілтемесі емес.",
            ],
            ["phone-link-used"] =
            [
                "This link was used, has expired, or never was one. Ask for another.",
                "Ссылка использована, истекла или неверна. Попросите новую.",
                "Сілтеме пайдаланылған, мерзімі өткен немесе қате. Жаңасын сұраңыз.",
            ],
            ["phone-no"] = ["No", "Нет", "Жоқ"],
            ["phone-no-scripts"] =
            [
                "This page needs scripts, because it works without a network.",
                "Странице нужны скрипты: она работает без сети.",
                "Бұл бетке скриптер керек, себебі ол желісіз жұмыс істейді.",
            ],
            ["phone-none-waits"] = ["Nothing waits to be sent.", "Нет ничего к отправке.", "Жіберілетін ештеңе жоқ."],
            ["phone-not-kept"] =
            [
                "This could not be kept: {0}",
                "Не удалось сохранить: {0}",
                "Сақтау мүмкін болмады: {0}",
            ],
            ["phone-number-wrong"] =
            [
                "a whole number from 0 to {0}",
                "целое число от 0 до {0}",
                "0 мен {0} аралығындағы бүтін сан",
            ],
            ["phone-observation"] = ["Observation form", "Форма наблюдения", "Байқау нысаны"],
            ["phone-observer"] =
            [
                "This phone belongs to {0}.",
                "Телефон наблюдателя {0}.",
                "{0} байқаушысының телефоны.",
            ],
            ["phone-outbox"] = ["Outbox", "Отправка", "Жіберу"],
            ["phone-outbox-of"] = ["To send: {0}", "К отправке: {0}", "Жіберуге: {0}"],
            ["phone-photo-bad"] =
            [
                "{0} is no picture that can be read.",
                "{0}: изображение не читается.",
                "{0}: сурет оқылмайды.",
            ],
            ["phone-photo-choose"] = ["Choose photographs", "Выбрать фотографии", "Фотосуреттерді таңдау"],
            ["phone-photo-help"] =
            [
                "Place, time and camera data are removed before a photograph is kept. The phone's own gallery may hold another copy.",
                "Место, время и данные камеры удаляются до сохранения. В галерее телефона может остаться ещё одна копия.",
                "Сақтау алдында орны, уақыты және камера деректері жойылады. Телефон галереясында тағы бір көшірме қалуы мүмкін.",
            ],
            ["phone-photo-of"] = ["Photograph {0} of {1}", "Фотография {0} из {1}", "{1} фотосуреттің {0}-суреті"],
            ["phone-photo-remove"] = ["Remove", "Убрать", "Алып тастау"],
            ["phone-photo-size"] = ["{0} KiB", "{0} КиБ", "{0} КиБ"],
            ["phone-photo-take"] = ["Take a photograph", "Сделать снимок", "Суретке түсіру"],
            ["phone-photo-working"] = ["Preparing…", "Подготовка…", "Дайындалуда…"],
            ["phone-photos"] = ["Photographs", "Фотографии", "Фотосуреттер"],
            ["phone-rating-1"] = ["Very good", "Очень хорошо", "Өте жақсы"],
            ["phone-rating-2"] = ["Good", "Хорошо", "Жақсы"],
            ["phone-rating-3"] = ["Bad", "Плохо", "Нашар"],
            ["phone-rating-4"] = ["Very bad", "Очень плохо", "Өте нашар"],
            ["phone-refused-content"] =
            [
                "The server cannot take it as it is.",
                "Сервер не может принять это в таком виде.",
                "Сервер мұны осы күйінде қабылдай алмайды.",
            ],
            ["phone-refused-differs"] =
            [
                "The server has another thing under the same number.",
                "На сервере под тем же номером есть другое.",
                "Серверде осы нөмірмен басқа нәрсе бар.",
            ],
            ["phone-refused-full"] =
            [
                "This phone has handed in as much as the server takes from one phone. Nothing is lost: tell your coordinator, and try again when the limit was raised.",
                "С этого телефона сдано столько, сколько сервер принимает с одного телефона. Ничего не потеряно: сообщите координатору и повторите, когда предел поднимут.",
                "Сервер бір телефоннан қанша қабылдаса, бұл телефон сонша тапсырды. Ештеңе жоғалған жоқ: үйлестірушіге хабарлаңыз, шек көтерілгенде қайталаңыз.",
            ],
            ["phone-refused-key"] =
            [
                "The server does not know this phone. Ask for a new link, join with it, and try again.",
                "Сервер не знает этот телефон. Попросите новую ссылку, подключитесь по ней и повторите.",
                "Сервер бұл телефонды танымайды. Жаңа сілтеме сұрап, сол арқылы қосылып, қайталаңыз.",
            ],
            ["phone-refused-large"] = ["It is too large.", "Слишком большой размер.", "Көлемі тым үлкен."],
            ["phone-refused-picture"] =
            [
                "The server cannot read a photograph.",
                "Сервер не может прочитать фотографию.",
                "Сервер фотосуретті оқи алмайды.",
            ],
            ["phone-relations"] = ["Control relations", "Контрольные соотношения", "Бақылау қатынастары"],
            ["phone-relations-hold"] =
            [
                "Every relation that can be told holds.",
                "Все проверяемые соотношения выполнены.",
                "Тексерілетін қатынастардың бәрі орындалады.",
            ],
            ["phone-remark"] = ["Remark", "Примечание", "Ескерту"],
            ["phone-screens"] = ["Screens", "Разделы", "Бөлімдер"],
            ["phone-send-now"] = ["Send now", "Отправить сейчас", "Қазір жіберу"],
            ["phone-severity"] = ["How grave it is", "Насколько это серьёзно", "Қаншалықты ауыр"],
            ["phone-state-refused"] =
            [
                "Refused ({0}); kept here",
                "Отклонено ({0}); хранится здесь",
                "Қабылданбады ({0}); осында сақтаулы",
            ],
            ["phone-state-sending"] = ["Sending…", "Отправляется…", "Жіберілуде…"],
            ["phone-state-sent"] = ["Sent {0}", "Отправлено {0}", "Жіберілді {0}"],
            ["phone-state-tried"] = ["Waits; attempts: {0}", "Ждёт; попыток: {0}", "Күтуде; әрекет саны: {0}"],
            ["phone-state-waiting"] = ["Waits", "Ждёт", "Күтуде"],
            ["phone-station"] = ["Station", "Участок", "Учаске"],
            ["phone-station-missing"] = ["Choose the station.", "Выберите участок.", "Учаскені таңдаңыз."],
            ["phone-station-unknown"] =
            [
                "No station has this name.",
                "Участка с таким названием нет.",
                "Мұндай атаулы учаске жоқ.",
            ],
            ["phone-unseen"] = ["Could not be observed", "Не удалось наблюдать", "Байқау мүмкін болмады"],
            ["phone-value-wrong"] = ["a number, 0, - or ?", "число, 0, - или ?", "сан, 0, - немесе ?"],
            ["phone-waits"] = ["To be sent: {0}.", "К отправке: {0}.", "Жіберуді күтуде: {0}."],
            ["phone-what"] = ["What happened", "Что произошло", "Не болды"],
            ["phone-when"] = ["At what time", "Во сколько", "Сағат нешеде"],
            ["phone-why"] = ["Why this is asked", "Почему это спрашивают", "Бұл не үшін сұралады"],
            ["phone-work"] = ["Observe", "Наблюдение", "Байқау"],
            ["phone-yes"] = ["Yes", "Да", "Иә"],
        };
}
