using System.Runtime.InteropServices;

namespace GovAccountConsole.Domain.Reviews;

/// <summary>What a step of an <see cref="EditScript"/> does.</summary>
internal enum EditKind
{
    Keep,
    Delete,
    Insert,
}

/// <summary>One step: keep or delete the element at <paramref name="Before"/>, or insert the one at <paramref name="After"/>.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Edit(EditKind Kind, int Before, int After);

/// <summary>
/// The shortest way from one sequence to another (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", 1986), bounded: beyond
/// <c>most</c> differences what lies between the common beginning and end counts as replaced, so that no text can keep the server busy.
/// </summary>
internal static class EditScript
{
    public static IReadOnlyList<Edit> Of<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, int most)
        where T : IEquatable<T>
    {
        var head = 0;
        while (head < before.Count && head < after.Count && before[head].Equals(after[head]))
        {
            head++;
        }

        var tail = 0;
        while (tail < before.Count - head && tail < after.Count - head && before[^(tail + 1)].Equals(after[^(tail + 1)]))
        {
            tail++;
        }

        var edits = new List<Edit>(Math.Max(before.Count, after.Count));
        for (var index = 0; index < head; index++)
        {
            edits.Add(new Edit(EditKind.Keep, index, index));
        }

        Middle(before, after, head, tail, most, edits);
        for (var index = tail; index > 0; index--)
        {
            edits.Add(new Edit(EditKind.Keep, before.Count - index, after.Count - index));
        }

        return edits;
    }

    private static void Middle<T>(IReadOnlyList<T> before, IReadOnlyList<T> after, int head, int tail, int most, List<Edit> edits)
        where T : IEquatable<T>
    {
        var rows = before.Count - head - tail;
        var columns = after.Count - head - tail;
        var limit = Math.Min(most, rows + columns);
        var furthest = new int[2 * limit + 3];
        var trace = new List<int[]>();
        for (var differences = 0; differences <= limit; differences++)
        {
            trace.Add(furthest[(limit + 1 - differences)..(limit + 2 + differences)]);
            for (var diagonal = -differences; diagonal <= differences; diagonal += 2)
            {
                var at = limit + 1 + diagonal;
                var row = differences == 0 ? 0 : ComesFromInsert(furthest, at, diagonal, differences) ? furthest[at + 1] : furthest[at - 1] + 1;
                while (row < rows && row - diagonal < columns && row - diagonal >= 0 && before[head + row].Equals(after[head + row - diagonal]))
                {
                    row++;
                }

                furthest[at] = row;
                if (row >= rows && row - diagonal >= columns)
                {
                    edits.AddRange(WalkBack(trace, rows, columns, head));
                    return;
                }
            }
        }

        for (var row = 0; row < rows; row++)
        {
            edits.Add(new Edit(EditKind.Delete, head + row, head));
        }

        for (var column = 0; column < columns; column++)
        {
            edits.Add(new Edit(EditKind.Insert, head + rows, head + column));
        }
    }

    private static bool ComesFromInsert(int[] furthest, int at, int diagonal, int differences) =>
        diagonal == -differences || (diagonal != differences && furthest[at - 1] < furthest[at + 1]);

    // trace[d] holds how far each diagonal -d..d had come before the d-th round; its middle is diagonal 0.
    private static List<Edit> WalkBack(List<int[]> trace, int rows, int columns, int head)
    {
        var edits = new List<Edit>();
        var (row, column) = (rows, columns);
        for (var differences = trace.Count - 1; differences > 0; differences--)
        {
            var reached = trace[differences];
            var diagonal = row - column;
            var insert = ComesFromInsert(reached, differences + diagonal, diagonal, differences);
            var previous = insert ? diagonal + 1 : diagonal - 1;
            var previousRow = reached[differences + previous];
            var previousColumn = previousRow - previous;
            var (startRow, startColumn) = insert ? (previousRow, previousColumn + 1) : (previousRow + 1, previousColumn);
            for (; row > startRow && column > startColumn; row--, column--)
            {
                edits.Add(new Edit(EditKind.Keep, head + row - 1, head + column - 1));
            }

            edits.Add(insert ? new Edit(EditKind.Insert, head + previousRow, head + previousColumn) : new Edit(EditKind.Delete, head + previousRow, head + previousColumn));
            (row, column) = (previousRow, previousColumn);
        }

        for (; row > 0; row--, column--)
        {
            edits.Add(new Edit(EditKind.Keep, head + row - 1, head + column - 1));
        }

        edits.Reverse();
        return edits;
    }
}
