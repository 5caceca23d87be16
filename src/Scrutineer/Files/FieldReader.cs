using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;
using Scrutineer.Findings;

namespace Scrutineer.Files;

/// <summary>
/// The first layer of validation: turns nodes into typed values by the <see cref="FieldAttribute"/>s of their types. What
/// is unknown, missing or of the wrong form becomes a located problem; the rest is still read.
/// </summary>
public sealed class FieldReader(Problems problems)
{
    private static readonly ConcurrentDictionary<
        Type,
        IReadOnlyList<(PropertyInfo Property, FieldAttribute Field)>
    > FieldsOf = new();

    /// <summary>Where problems go.</summary>
    public Problems Problems { get; } = problems;

    /// <summary>The fields of a type in the order in which it declares them.</summary>
    public static IReadOnlyList<(PropertyInfo Property, FieldAttribute Field)> Fields(Type type) =>
        FieldsOf.GetOrAdd(
            type,
            static t =>
                [
                    .. t.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                        .Select(p => (p, p.GetCustomAttribute<FieldAttribute>()!))
                        .Where(p => p.Item2 is not null),
                ]
        );

    /// <summary>Reads a value of a type, or records why not.</summary>
    public T? Read<T>(Node node)
        where T : class => (T?)Value(typeof(T), node, "the value");

    /// <summary>Reads the fields of a mapping into a new value of a type.</summary>
    public object? Mapping(Type type, Node node)
    {
        if (node is not MappingNode mapping)
        {
            Problems.Add(node.At, $"Here stands {node.Kind}.", "a mapping (name: value)", "Write its fields below it.");
            return null;
        }

        var fields = Fields(type);
        var target = Activator.CreateInstance(type)!;
        foreach (var (key, value) in mapping.Entries)
        {
            var (property, field) = fields.FirstOrDefault(f =>
                string.Equals(f.Field.Name, key.Text, StringComparison.Ordinal)
            );
            if (property is null)
            {
                Problems.Add(
                    key.At,
                    $"'{key.Text}' is not known here.",
                    "one of the fields of this mapping",
                    Problems.Nearest(key.Text, fields.Select(f => f.Field.Name))
                );
            }
            else if (Value(property.PropertyType, value, $"'{field.Name}'") is { } read)
            {
                property.SetValue(target, read);
            }
        }

        foreach (var (_, field) in fields.Where(f => f.Field.Required && mapping[f.Field.Name] is null))
        {
            Problems.Add(
                mapping.At,
                $"'{field.Name}' is missing.",
                $"'{field.Name}': {field.Meaning.TrimEnd('.')}",
                $"Add the line '{field.Name}: …' to this mapping."
            );
        }

        if (target is ILocated located)
        {
            located.At = node.At;
        }

        return target;
    }

    /// <summary>Reads a value for a property of a type.</summary>
    public object? Value(Type type, Node node, string what)
    {
        if (type == typeof(Node))
        {
            return node;
        }

        if (ScalarType.Of(type) is { } scalarType)
        {
            return Scalar(scalarType, node, what);
        }

        if (type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IReadable<>)))
        {
            return type.GetMethod("Read", BindingFlags.Public | BindingFlags.Static)!.Invoke(null, [node, this]);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
        {
            return Sequence(type.GetGenericArguments()[0], node, what);
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyDictionary<,>))
        {
            return Named(type.GetGenericArguments()[1], node, what);
        }

        return Mapping(type, node);
    }

    private object? Scalar(ScalarType type, Node node, string what)
    {
        if (node is not ScalarNode scalar)
        {
            Problems.Add(node.At, $"For {what} stands {node.Kind}.", type.Expected, "Write it on one line.");
            return null;
        }

        var value = type.Parse(scalar.Text);
        if (value is null)
        {
            Problems.Add(
                node.At,
                $"For {what} stands '{Shorten(scalar.Text)}'.",
                type.Expected,
                type.Words.Count > 0 ? Problems.Nearest(scalar.Text, type.Words) : "Correct the value."
            );
        }

        return value;
    }

    private IList? Sequence(Type itemType, Node node, string what)
    {
        if (node is not SequenceNode sequence)
        {
            Problems.Add(
                node.At,
                $"For {what} stands {node.Kind}.",
                "a list: [a, b] or lines that begin with '- '",
                "Write it as a list."
            );
            return null;
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(itemType))!;
        foreach (var item in sequence.Items)
        {
            if (Value(itemType, item, "an item of " + what) is { } value)
            {
                list.Add(value);
            }
        }

        return list;
    }

    private object? Named(Type valueType, Node node, string what)
    {
        if (node is not MappingNode mapping)
        {
            Problems.Add(
                node.At,
                $"For {what} stands {node.Kind}.",
                "a mapping from names",
                "Write 'name: value' lines below it."
            );
            return null;
        }

        var named = (IDictionary)
            Activator.CreateInstance(typeof(OrderedDictionary<,>).MakeGenericType(typeof(string), valueType))!;
        foreach (var (key, value) in mapping.Entries)
        {
            if (Value(valueType, value, $"'{key.Text}'") is { } read)
            {
                named[key.Text] = read;
            }
        }

        return named;
    }

    private static string Shorten(string text) => text.Length <= 60 ? text : text[..57] + "...";
}
