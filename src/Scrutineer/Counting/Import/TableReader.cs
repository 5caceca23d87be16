using Scrutineer.Counting.Forms;
using Scrutineer.Findings;

namespace Scrutineer.Counting.Import;

/// <summary>How far a reading has come.</summary>
/// <param name="Bytes">Bytes of the unzipped table read so far.</param>
/// <param name="Of">Bytes in all.</param>
/// <param name="Rows">Protocols read so far.</param>
public readonly record struct ReadProgress(long Bytes, long Of, long Rows);

/// <summary>Reads a foreign table of protocols by its mapping, with every core the machine has.</summary>
public static class TableReader
{
    /// <summary>Reads a table. Nothing is returned where it cannot be read at all; the problems then say why.</summary>
    /// <param name="path">The table, where it lies.</param>
    /// <param name="mapping">Which column is which field.</param>
    /// <param name="layout">The form, made ready for the ballot that the mapping names.</param>
    /// <param name="problems">Where problems go.</param>
    /// <param name="progress">Is told, at most once a block, how far the reading has come; may be called by several threads.</param>
    /// <param name="threads">How many threads read; as many as there are cores if 0.</param>
    public static ProtocolTable? Read(
        string path,
        Mapping mapping,
        FormLayout layout,
        Problems problems,
        Action<ReadProgress>? progress = null,
        int threads = 0
    )
    {
        ArgumentNullException.ThrowIfNull(mapping);
        ArgumentNullException.ThrowIfNull(layout);
        ArgumentNullException.ThrowIfNull(problems);
        using var file = TableFile.Open(path, mapping.File.Member, problems);
        if (file is null)
        {
            return null;
        }

        var blocks = new LineBlocks(file, mapping.File.Encoding);
        var first = new LineBlock();
        if (TableStart.Read(file, blocks, first, mapping, problems) is not { } start)
        {
            return null;
        }

        var own = new Problems();
        var plan = ReadPlan.Join(mapping, layout, start.Header, file.Shown, own);
        foreach (var problem in own.InOrder())
        {
            problems.Add(problem.Where, problem.Found, problem.Expected, problem.Remedy);
        }

        if (own.Any)
        {
            return null;
        }

        var readers = Enumerable
            .Range(0, threads > 0 ? threads : Threads(file.Length))
            .Select(n => new RowReader(plan, n, start.HeaderLine))
            .ToArray();
        var chunks = ReadAll(blocks, file, first, start, readers, mapping, progress);
        return TableAssembly.Of(plan, file, blocks, readers, chunks);
    }

    /// <summary>One thread for a table that is read sooner than a second thread is woken; else one a core.</summary>
    private static int Threads(long bytes) => bytes < 4 << 20 ? 1 : Math.Clamp(Environment.ProcessorCount, 1, 16);

    private static List<ProtocolChunk> ReadAll(
        LineBlocks blocks,
        TableFile file,
        LineBlock first,
        TableStart start,
        RowReader[] readers,
        Mapping mapping,
        Action<ReadProgress>? progress
    )
    {
        var wide = mapping.File.Encoding == TextEncoding.Utf16;
        var chunks = new List<ProtocolChunk>();
        long rows = 0;
        void Work(int number)
        {
            var own = new List<ProtocolChunk>();
            var block = number == 0 ? first : new LineBlock();
            if (number == 0)
            {
                Take(readers[0].Read(first, start.From, start.Line, wide));
            }

            while (blocks.TryNext(block))
            {
                Take(readers[number].Read(block, 0, block.FirstLine, wide));
            }

            lock (chunks)
            {
                chunks.AddRange(own);
            }

            void Take(ProtocolChunk chunk)
            {
                own.Add(chunk);
                var sofar = Interlocked.Add(ref rows, chunk.Rows);
                progress?.Invoke(new ReadProgress(blocks.BytesRead, file.Length, sofar));
            }
        }

        var others = Enumerable.Range(1, readers.Length - 1).Select(n => Task.Run(() => Work(n))).ToArray();
        try
        {
            Work(0);
        }
        finally
        {
            Task.WaitAll(others);
        }

        chunks.Sort((a, b) => a.Sequence.CompareTo(b.Sequence));
        return chunks;
    }
}
