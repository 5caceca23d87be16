Console.WriteLine("scrutineer");
