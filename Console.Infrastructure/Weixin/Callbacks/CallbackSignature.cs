using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>The platform's signatures: SHA-1 over the parts in ordinal order, in lower-case hex (reference §5.2).</summary>
public static class CallbackSignature
{
    /// <summary>Signs token, timestamp and nonce, and for an encrypted message also its <c>Encrypt</c> text.</summary>
    [SuppressMessage("Security", "CA5350", Justification = "The platform's protocol prescribes SHA-1.")]
    public static string Sign(params ReadOnlySpan<string> parts)
    {
        var sorted = parts.ToArray();
        // The default order is cultural and puts digits, capitals and small letters elsewhere.
        Array.Sort(sorted, StringComparer.Ordinal);
        return Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Concat(sorted))));
    }

    /// <summary>True when the signature given is the right one; takes the same time for every wrong one.</summary>
    public static bool Matches(string? given, params ReadOnlySpan<string> parts) =>
        given is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(Sign(parts)));
}
