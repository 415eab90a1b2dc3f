using System.Runtime.CompilerServices;

namespace GovAccountConsole.Tests.Support;

/// <summary>The small matrix of a class's database, made by the first test that asks.</summary>
public static class Once
{
    private static readonly ConditionalWeakTable<TestDatabase, Task<SmallMatrix>> _matrices = [];

    public static Task<SmallMatrix> MatrixAsync(TestDatabase database) => _matrices.GetValue(database, SmallMatrix.CreateAsync);
}
