namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>Reproducible chance: the same number gives the same sequence on every machine (SplitMix64).</summary>
internal struct Dice(ulong seed)
{
    private ulong _state = seed * 0x9E3779B97F4A7C15;

    /// <summary>0 up to, not including, <paramref name="sides"/>.</summary>
    public int Roll(int sides) => (int)(Next() % (ulong)sides);

    /// <summary>0 up to, not including, 1.</summary>
    public double Fraction() => (Next() >> 11) * (1.0 / (1UL << 53));

    /// <summary>One of several.</summary>
    public T Pick<T>(T[] from) => from[Roll(from.Length)];

    private ulong Next()
    {
        _state += 0x9E3779B97F4A7C15;
        var mixed = _state;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
