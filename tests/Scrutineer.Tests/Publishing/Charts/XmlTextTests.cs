using System.Xml.Linq;
using FsCheck;
using FsCheck.Fluent;
using Scrutineer.Publishing.Charts;

namespace Scrutineer.Tests.Publishing.Charts;

public class XmlTextTests
{
    [Theory]
    [InlineData("<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;")]
    [InlineData("\" onload='x' & y", "&quot; onload=&#39;x&#39; &amp; y")]
    [InlineData("]]>", "]]&gt;")]
    [InlineData("Нұр\u00a0Отан", "Нұр\u00a0Отан")]
    public void Escape_Markup_IsText(string text, string expected) => Assert.Equal(expected, XmlText.Escape(text));

    [Theory]
    [InlineData("  a\r\n\t b ", "a b")]
    [InlineData("a\0b\u0007c", "a b c")]
    [InlineData("a\u0085b", "a b")]
    [InlineData("12\u202e34", "1234")]
    [InlineData("\u2067x\u2069\ufeff\ufffe\uffff", "x")]
    [InlineData("👍🏽", "👍🏽")]
    [InlineData("", "")]
    public void Clean_ControlsAndOverrides_AreRemoved(string text, string expected) =>
        Assert.Equal(expected, XmlText.Clean(text));

    [Fact]
    public void Clean_UnpairedSurrogates_AreRemoved() => Assert.Equal("ab", XmlText.Clean("a\ud83d" + "b\udc4d"));

    [Fact]
    public void Escape_AnyText_IsReadBackAsItsCleanSelf() =>
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll<string?>(text =>
                text is null
                || XElement.Parse($"<a b=\"{XmlText.Escape(text)}\"/>").Attribute("b")!.Value == XmlText.Clean(text)
            )
        );
}
