using Scrutineer.Scrutiny.Forensics.AnomalousVotes;
using Scrutineer.Scrutiny.Forensics.Contrasts;
using Scrutineer.Scrutiny.Forensics.Digits;
using Scrutineer.Scrutiny.Forensics.Hours;
using Scrutineer.Scrutiny.Forensics.Integers;
using Scrutineer.Scrutiny.Forensics.Mixtures;
using Scrutineer.Scrutiny.Forensics.Neighbours;
using Scrutineer.Scrutiny.Forensics.Shapes;
using Scrutineer.Scrutiny.Forensics.Spikes;

namespace Scrutineer.Scrutiny.Forensics;

/// <summary>The tests that there are.</summary>
public static class ForensicTests
{
    /// <summary>Every test of a family that nobody has narrowed, in the order in which they are told.</summary>
    public static IReadOnlyList<IForensicTest> All { get; } =
    [
        new IntegerTest(),
        new SpikeTest(),
        new LastDigitTest(),
        new InversionTest(),
        new TwinTest(),
        new NeighbourTest(),
        new ContrastTest(),
        new AnomalousVotesTest(),
        new KlimekTest(),
        new SlopeTest(),
        new ShapeTest(),
        new SecondDigitTest(),
    ];

    /// <summary>Tests that take minutes on a nation, or columns that few tables have: they are run where they are asked for by name, and <c>hours</c> where the mapping has its columns.</summary>
    public static IReadOnlyList<IForensicTest> OnRequest { get; } = [new MixtureTest(), new HourTest()];

    /// <summary>The test of a name; nothing where there is none.</summary>
    public static IForensicTest? Named(string name) => All.Concat(OnRequest).FirstOrDefault(t => t.Name == name);
}
