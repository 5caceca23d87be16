using System.Reflection;
using Scrutineer.Allocation.Tests.Golden;

namespace Scrutineer.Allocation.Tests;

/// <summary>What the library promises, as text: a change to it is seen, and approved by copying the
/// <c>PublicSurface.received.txt</c> that the test leaves beside its assembly.</summary>
public class PublicSurfaceTests
{
    [Fact]
    public void PublicSurface_Library_IsTheApprovedText()
    {
        var path = Path.Combine(
            SharedFolder.Root,
            "tests",
            "Scrutineer.Allocation.Tests",
            "PublicSurface.approved.txt"
        );
        var actual = Describe(typeof(AllocationMethod).Assembly);
        File.WriteAllText(Path.Combine(AppContext.BaseDirectory, "PublicSurface.received.txt"), actual);
        Assert.Equal(File.ReadAllText(path), actual);
    }

    private static string Describe(Assembly assembly)
    {
        var lines = new List<string>();
        foreach (var type in assembly.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            lines.Add(Kind(type) + " " + Name(type) + (type.BaseType is { } b && !Plain(b) ? " : " + Name(b) : ""));
            lines.AddRange(
                type.GetMembers(
                        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly
                    )
                    .Where(m => !IsNoise(m))
                    .Select(m => "    " + Describe(m))
                    .Order(StringComparer.Ordinal)
            );
        }

        return string.Join("\n", lines) + "\n";
    }

    private static string Describe(MemberInfo member) =>
        member switch
        {
            ConstructorInfo c => $"new({Parameters(c)})",
            MethodInfo m => $"{Static(m.IsStatic)}{Name(m.ReturnType)} {m.Name}({Parameters(m)})",
            PropertyInfo p => $"{Static(p.GetMethod!.IsStatic)}{Name(p.PropertyType)} {p.Name} "
                + (p.SetMethod?.IsPublic == true ? "{ get; init; }" : "{ get; }"),
            FieldInfo f => $"{(f.IsLiteral ? "const " : Static(f.IsStatic))}{Name(f.FieldType)} {f.Name}"
                + (f.IsLiteral ? $" = {f.GetRawConstantValue()}" : ""),
            _ => member.ToString()!,
        };

    /// <summary>Members that the compiler writes for records, accessors, and the field of an enum.</summary>
    private static bool IsNoise(MemberInfo member) =>
        member.Name is "<Clone>$" or "Deconstruct" or "PrintMembers" or "EqualityContract" or "value__"
        || member is MethodInfo { IsSpecialName: true } && !member.Name.StartsWith("op_", StringComparison.Ordinal)
        || (
            member.Name is "Equals" or "GetHashCode" or "ToString" or "op_Equality" or "op_Inequality"
            && member.DeclaringType!.GetMethod("<Clone>$") is not null
        );

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsValueType ? "struct"
        : type is { IsAbstract: true, IsSealed: true } ? "static class"
        : (type.IsAbstract ? "abstract " : "") + (type.GetMethod("<Clone>$") is null ? "class" : "record");

    private static bool Plain(Type type) => type == typeof(object) || type == typeof(ValueType) || type == typeof(Enum);

    private static string Static(bool isStatic) => isStatic ? "static " : "";

    private static string Parameters(MethodBase method) =>
        string.Join(
            ", ",
            method
                .GetParameters()
                .Select(p =>
                    (p.IsOut ? "out " : "") + Name(p.ParameterType) + " " + p.Name + (p.HasDefaultValue ? "?" : "")
                )
        );

    private static string Name(Type type)
    {
        if (type.IsByRef)
        {
            return Name(type.GetElementType()!);
        }

        if (!type.IsGenericType)
        {
            return type.IsGenericParameter || type.Namespace == "System" || type.Assembly == typeof(Rational).Assembly
                ? type.Name
                : type.FullName ?? type.Name;
        }

        var arguments = string.Join(", ", type.GetGenericArguments().Select(Name));
        return type.Name[..type.Name.IndexOf('`', StringComparison.Ordinal)] + "<" + arguments + ">";
    }
}
