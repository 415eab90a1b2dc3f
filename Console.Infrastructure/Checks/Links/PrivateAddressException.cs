namespace GovAccountConsole.Infrastructure.Checks.Links;

/// <summary>A link leads to an address that is not on the public internet; nothing was sent there.</summary>
public sealed class PrivateAddressException : IOException
{
    /// <summary>Creates it.</summary>
    public PrivateAddressException()
    {
    }

    /// <summary>Creates it with what was refused.</summary>
    public PrivateAddressException(string message)
        : base(message)
    {
    }

    /// <summary>Creates it with its cause.</summary>
    public PrivateAddressException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
