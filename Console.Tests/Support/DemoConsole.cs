namespace GovAccountConsole.Tests.Support;

/// <summary>The whole console with the demo matrix in it.</summary>
public sealed class DemoConsole(PostgresFixture postgres) : ConsoleApp(postgres)
{
    /// <inheritdoc />
    protected override bool Demo => true;
}
