using System.Globalization;

namespace GovAccountConsole.Benchmarks.Pages;

/// <summary>Times of many runs of one thing, in milliseconds.</summary>
public sealed class Figures
{
    private readonly List<double> _values = [];

    public void Add(double milliseconds) => _values.Add(milliseconds);

    /// <summary>The value that <paramref name="percent"/> of the runs did not exceed.</summary>
    public double Percentile(int percent)
    {
        var sorted = _values.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[Math.Min(sorted.Count - 1, (int)Math.Ceiling(percent / 100.0 * sorted.Count) - 1)];
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Percentile(50),7:0.0} {Percentile(95),7:0.0}");
}
