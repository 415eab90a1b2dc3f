using System.Security.Cryptography;

namespace GovAccountConsole.Simulator.State;

/// <summary>Ids in the shapes the platform uses.</summary>
internal static class Ids
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

    /// <summary>Media ids are opaque text of up to 128 characters.</summary>
    public static string Media() => RandomNumberGenerator.GetString(Letters, 64);

    /// <summary>Longer than 32 characters, because SDKs take anything shorter for an AppId.</summary>
    public static string Token() => "92_" + RandomNumberGenerator.GetString(Letters, 133);

    public static string Article() => RandomNumberGenerator.GetString(Letters, 22);

    public static string Image() => RandomNumberGenerator.GetString(Letters, 43);

    /// <summary>The request id that ends every error message.</summary>
    public static string Request(DateTimeOffset now) =>
        $"{now.ToUnixTimeSeconds():x8}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}-{RandomNumberGenerator.GetHexString(8, lowercase: true)}";
}
