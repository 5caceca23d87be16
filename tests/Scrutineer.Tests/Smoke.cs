namespace Scrutineer.Tests;

public class Smoke
{
    [Fact]
    public void Smoke_Builds() => Assert.Equal(2, 1 + 1);
}
