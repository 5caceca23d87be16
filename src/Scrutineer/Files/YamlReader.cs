using System.Text;
using Scrutineer.Findings;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Scrutineer.Files;

/// <summary>
/// Reads the strict subset of YAML in which laws and dossiers are written: mappings, lists and texts. It works on the
/// parser's events, so that no scalar is turned into a date, a number or a truth value on the way, and so that a
/// document which would expand without end (aliases) is refused at its first anchor.
/// </summary>
public static class YamlReader
{
    private const int MostDepth = 40;

    /// <summary>Reads one document whose top is a mapping. Problems are recorded; the readable part is returned.</summary>
    public static MappingNode? Read(SourceText source, Problems problems)
    {
        if (
            source.Text.IndexOf('\t', StringComparison.Ordinal) is var tab and >= 0
            && OnlyWhitespaceBefore(source.Text, tab)
        )
        {
            problems.Add(
                At(source.Text, source.Path, tab),
                "The line is indented with a tab.",
                "spaces",
                "Replace each tab by two spaces."
            );
            return null;
        }

        var reader = new Pass(source.Path, problems);
        using var text = new StringReader(source.Text);
        var parser = new Parser(text);
        try
        {
            return reader.Document(parser);
        }
        catch (YamlException e)
        {
            Stops(e.Start, (e.InnerException?.Message ?? e.Message).Split('\n')[0].Trim().TrimEnd('.'));
        }
        catch (Exception e) when (e is InvalidOperationException or ArgumentException or FormatException)
        {
            // The parser answers some malformed files with exceptions that name no place; the last value that it
            // understood stands just before it.
            Stops(parser.Current?.End ?? new Mark(0, 1, 1), "what follows cannot be read");
        }

        return null;

        void Stops(Mark mark, string why) =>
            problems.Add(
                new Location(source.Path, (int)mark.Line, (int)mark.Column),
                $"The file stops being YAML here: {why}.",
                "mappings, lists and texts",
                "Check indentation, quotation marks and brackets just before this place."
            );
    }

    private static bool OnlyWhitespaceBefore(string text, int index)
    {
        var start = index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        return string.IsNullOrWhiteSpace(text[start..index]);
    }

    private static Location At(string text, string path, int index)
    {
        var start = index == 0 ? 0 : text.LastIndexOf('\n', index - 1) + 1;
        return new Location(path, text.AsSpan(0, index).Count('\n') + 1, index - start + 1);
    }

    private sealed class Pass(string path, Problems problems)
    {
        public MappingNode? Document(Parser parser)
        {
            parser.Consume<StreamStart>();
            if (!parser.TryConsume<DocumentStart>(out _))
            {
                problems.Add(
                    new Location(path, 1, 1),
                    "The file holds only comments.",
                    "a mapping",
                    "Restore the file, or remove it."
                );
                return null;
            }

            var top = Value(parser, 0);
            parser.Consume<DocumentEnd>();
            if (parser.TryConsume<DocumentStart>(out var second))
            {
                problems.Add(
                    Place(second.Start),
                    "A second document begins.",
                    "one document in a file",
                    "Remove the line '---' or move what follows into a file of its own."
                );
            }

            if (top is MappingNode mapping)
            {
                return mapping;
            }

            if (top is not null)
            {
                problems.Add(
                    top.At,
                    $"The file is {top.Kind}.",
                    "a mapping (name: value)",
                    "Compare it with an example."
                );
            }

            return null;
        }

        private Location Place(Mark mark) => new(path, (int)mark.Line, (int)mark.Column);

        /// <summary>Reads one value; nothing where the value itself was refused.</summary>
        private Node? Value(Parser parser, int depth)
        {
            if (parser.Current is NodeEvent node && !Plain(node))
            {
                parser.SkipThisAndNestedEvents();
                return null;
            }

            if (depth > MostDepth)
            {
                // Reading on only to skip would take as long as the author of the file likes.
                throw new YamlException(
                    parser.Current!.Start,
                    parser.Current.End,
                    $"values are nested more than {MostDepth} deep"
                );
            }

            if (parser.TryConsume<Scalar>(out var scalar))
            {
                Printable(scalar);
                return new ScalarNode(Place(scalar.Start), scalar.Value, scalar.Style != ScalarStyle.Plain);
            }

            if (parser.TryConsume<SequenceStart>(out var sequenceStart))
            {
                var sequence = new SequenceNode(Place(sequenceStart.Start));
                while (!parser.TryConsume<SequenceEnd>(out _))
                {
                    if (Value(parser, depth + 1) is { } item)
                    {
                        sequence.Items.Add(Filled(item));
                    }
                }

                return sequence;
            }

            if (parser.TryConsume<MappingStart>(out var mappingStart))
            {
                return Mapping(parser, Place(mappingStart.Start), depth);
            }

            var alias = parser.Consume<AnchorAlias>();
            problems.Add(
                Place(alias.Start),
                $"'*{alias.Value}' stands for a value written elsewhere.",
                "the value itself",
                "Write the value out; aliases are not read, so that what a jurist reads is what counts."
            );
            return null;
        }

        private MappingNode Mapping(Parser parser, Location at, int depth)
        {
            var mapping = new MappingNode(at);
            var first = new Dictionary<string, int>(StringComparer.Ordinal);
            while (!parser.TryConsume<MappingEnd>(out _))
            {
                var keyPlace = Place(parser.Current!.Start);
                var key = Value(parser, depth + 1) as ScalarNode;
                var value = Value(parser, depth + 1);
                if (key is null)
                {
                    problems.Add(
                        keyPlace,
                        "The name is not a text.",
                        "a name before the colon",
                        "Write a simple name."
                    );
                }
                else if (string.Equals(key.Text, "<<", StringComparison.Ordinal))
                {
                    problems.Add(keyPlace, "'<<' merges another mapping.", "the fields themselves", "Write them out.");
                }
                else if (!first.TryAdd(key.Text, keyPlace.Line))
                {
                    problems.Add(
                        keyPlace,
                        $"'{key.Text}' is given twice (first in line {first[key.Text]}).",
                        "each name once",
                        "Remove one of the two."
                    );
                }
                else if (value is ScalarNode { Quoted: false, Text: "" })
                {
                    problems.Add(
                        keyPlace,
                        $"'{key.Text}' has no value.",
                        "a value after the colon",
                        "Write the value, or remove the name; inside braces a comma in a text needs quotation marks."
                    );
                }
                else if (value is not null)
                {
                    mapping.Entries.Add((key, value));
                }
            }

            return mapping;
        }

        /// <summary>An escape in quotation marks can write what no file may hold as it stands.</summary>
        private void Printable(Scalar scalar)
        {
            var rest = scalar.Value.AsSpan();
            while (!rest.IsEmpty)
            {
                var status = Rune.DecodeFromUtf16(rest, out var rune, out var used);
                if (status != System.Buffers.OperationStatus.Done || (Rune.IsControl(rune) && rune.Value is not '\n'))
                {
                    problems.Add(
                        Place(scalar.Start),
                        status == System.Buffers.OperationStatus.Done
                            ? $"The text holds the control character U+{rune.Value:X4}."
                            : $"The text holds half a character (U+{(int)rest[0]:X4}).",
                        "letters, digits and signs",
                        "Remove the escape sequence."
                    );
                    return;
                }

                rest = rest[used..];
            }
        }

        private Node Filled(Node item)
        {
            if (item is ScalarNode { Quoted: false, Text: "" })
            {
                problems.Add(item.At, "The list has an empty item.", "a value", "Write the value, or remove the dash.");
            }

            return item;
        }

        private bool Plain(NodeEvent node)
        {
            if (!node.Anchor.IsEmpty)
            {
                problems.Add(
                    Place(node.Start),
                    $"'&{node.Anchor.Value}' names a value for use elsewhere.",
                    "a plain value",
                    "Remove the anchor and write the value out where it is needed."
                );
                return false;
            }

            if (!node.Tag.IsEmpty && !node.Tag.IsNonSpecific)
            {
                problems.Add(
                    Place(node.Start),
                    $"'{node.Tag.Value}' is a type tag.",
                    "a plain value",
                    "Remove the tag; the field decides how its text is read."
                );
                return false;
            }

            return true;
        }
    }
}
