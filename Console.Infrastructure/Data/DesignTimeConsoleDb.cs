using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace GovAccountConsole.Infrastructure.Data;

/// <summary>Lets <c>dotnet ef</c> read the model without starting the console.</summary>
public sealed class DesignTimeConsoleDb : IDesignTimeDbContextFactory<ConsoleDb>
{
    /// <inheritdoc/>
    public ConsoleDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<ConsoleDb>().UseConsolePostgres("Host=/nowhere;Database=design").Options);
}
