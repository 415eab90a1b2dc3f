namespace GovAccountConsole.Web.Startup;

/// <summary>The console cannot start as configured. The message is a sentence for the operator that says what to do.</summary>
public sealed class LaunchRefusedException : Exception
{
    public LaunchRefusedException()
    {
    }

    public LaunchRefusedException(string message)
        : base(message)
    {
    }

    public LaunchRefusedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
