using System.Collections;

namespace GovAccountConsole.Simulator.State;

/// <summary>The last so many of a kind, oldest first. It takes room only for what it holds, and adding never moves the others.</summary>
internal sealed class Ring<T>(int capacity) : IReadOnlyCollection<T>
{
    private readonly List<T> _rows = [];
    private int _oldest;

    public int Count => _rows.Count;

    public void Add(T row)
    {
        if (_rows.Count < capacity)
        {
            _rows.Add(row);
            return;
        }
        _rows[_oldest] = row;
        _oldest = (_oldest + 1) % capacity;
    }

    public IEnumerator<T> GetEnumerator()
    {
        for (var i = 0; i < _rows.Count; i++)
        {
            yield return _rows[(_oldest + i) % _rows.Count];
        }
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
