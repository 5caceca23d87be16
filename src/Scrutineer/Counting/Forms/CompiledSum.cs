using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Scrutineer.Counting.Forms;

/// <summary>A sum turned into columns and whole factors over one common denominator, for evaluation without allocation.</summary>
internal readonly struct CompiledSum
{
    private readonly int[] columns;

    // For each column the states in which its number may be added, as bits: a blank may, where it means nought.
    private readonly byte[] summable;
    private readonly long[]? factors;
    private readonly long constant;

    // With no value above this, neither the sum nor a partial sum can leave 64 bits.
    private readonly ulong safe;

    public CompiledSum(int[] columns, byte[] summable, long[] factors, long constant)
    {
        this.summable = summable;
        this.columns = columns;
        this.factors = Array.TrueForAll(factors, f => f == 1) ? null : factors;
        this.constant = constant;
        var weight = factors.Aggregate(Int128.One + 1, (sum, f) => sum + Int128.Abs(f));
        safe = (ulong)((long.MaxValue - Int128.Abs(constant)) / weight);
    }

    public ReadOnlySpan<int> Columns => columns;

    /// <summary>Whether every column is known.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsKnown(ReadOnlySpan<CountState> states)
    {
        if (states.IsEmpty)
        {
            return true;
        }

        var all = 1;
        for (var i = 0; i < columns.Length; i++)
        {
            all &= summable[i] >> (int)states[columns[i]];
        }

        return all == 1;
    }

    /// <summary>The sum, times the common denominator.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Int128 Of(ReadOnlySpan<long> values)
    {
        var sum = constant;
        var bits = 0UL;
        if (factors is null)
        {
            foreach (var column in columns)
            {
                sum += values[column];
                bits |= (ulong)values[column];
            }
        }
        else
        {
            for (var i = 0; i < columns.Length; i++)
            {
                sum += factors[i] * values[columns[i]];
                bits |= (ulong)values[columns[i]];
            }
        }

        return bits <= safe ? sum : Wide(values);
    }

    private Int128 Wide(ReadOnlySpan<long> values)
    {
        Int128 sum = constant;
        for (var i = 0; i < columns.Length; i++)
        {
            sum += (Int128)(factors?[i] ?? 1) * values[columns[i]];
        }

        return sum;
    }

    /// <summary>The sum as data: whole numbers as text, since they may leave what a reader's numbers hold.</summary>
    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("constant", constant.ToString(CultureInfo.InvariantCulture));
        json.WriteStartArray("parts");
        for (var i = 0; i < columns.Length; i++)
        {
            json.WriteStartArray();
            json.WriteNumberValue(columns[i]);
            json.WriteStringValue((factors?[i] ?? 1).ToString(CultureInfo.InvariantCulture));
            json.WriteBooleanValue((summable[i] & (1 << (int)CountState.Blank)) != 0);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
