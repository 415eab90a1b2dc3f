namespace GovAccountConsole.Infrastructure.Data.Embedded;

/// <summary>The embedded PostgreSQL cannot serve. The message is a sentence for the operator that says what to do.</summary>
public sealed class EmbeddedPostgresException : Exception
{
    public EmbeddedPostgresException()
    {
    }

    public EmbeddedPostgresException(string message)
        : base(message)
    {
    }

    public EmbeddedPostgresException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
