using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace GovAccountConsole.Infrastructure.Data;

/// <summary>The one way the context is bound to PostgreSQL: at run time, at design time and in tests.</summary>
public static class ConsolePostgres
{
    /// <summary>Uses PostgreSQL with the project's naming convention.</summary>
    public static DbContextOptionsBuilder UseConsolePostgres(this DbContextOptionsBuilder builder, string connectionString) =>
        builder.UseNpgsql(connectionString, postgres => postgres.SetPostgresVersion(14, 0)).UseSnakeCaseNamingConvention()
            // Counting up to a cap takes rows without an order, and needs none.
            .ConfigureWarnings(warnings => warnings.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));

    /// <summary>Uses PostgreSQL with the project's naming convention.</summary>
    public static DbContextOptionsBuilder<ConsoleDb> UseConsolePostgres(this DbContextOptionsBuilder<ConsoleDb> builder, string connectionString)
    {
        UseConsolePostgres((DbContextOptionsBuilder)builder, connectionString);
        return builder;
    }
}
