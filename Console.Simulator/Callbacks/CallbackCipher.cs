using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GovAccountConsole.Simulator.Callbacks;

/// <summary>
/// The platform's message encryption: AES-256-CBC over 16 random bytes, the length, the text and the AppId, padded to a multiple of
/// 32 bytes; the first half of the key is the initialisation vector.
/// </summary>
internal static class CallbackCipher
{
    private const int Block = 32;
    private const int RandomLength = 16;
    private const int HeadLength = RandomLength + sizeof(int);

    /// <summary>SHA-1 over the parts in ordinal order, as lower-case hexadecimal.</summary>
    public static string Sign(params string[] parts)
    {
        var sorted = parts.Order(StringComparer.Ordinal);
        return Convert.ToHexStringLower(CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(string.Concat(sorted))));
    }

    public static string Encrypt(string text, string appId, string encodingAesKey, ReadOnlySpan<byte> random)
    {
        var body = Encoding.UTF8.GetBytes(text);
        var owner = Encoding.UTF8.GetBytes(appId);
        var length = HeadLength + body.Length + owner.Length;
        var padding = Block - (length % Block);
        var plain = new byte[length + padding];
        random[..RandomLength].CopyTo(plain);
        BinaryPrimitives.WriteInt32BigEndian(plain.AsSpan(RandomLength), body.Length);
        body.CopyTo(plain, HeadLength);
        owner.CopyTo(plain, HeadLength + body.Length);
        plain.AsSpan(length).Fill((byte)padding);
        var key = KeyOf(encodingAesKey);
        using var aes = Aes.Create();
        aes.Key = key;
        return Convert.ToBase64String(aes.EncryptCbc(plain, key.AsSpan(0, 16), PaddingMode.None));
    }

    public static string Encrypt(string text, string appId, string encodingAesKey) =>
        Encrypt(text, appId, encodingAesKey, Encoding.ASCII.GetBytes(RandomNumberGenerator.GetHexString(RandomLength, lowercase: true)));

    /// <summary>The text inside, or null when it was not encrypted with this key for this account.</summary>
    public static string? TryDecrypt(string encrypted, string appId, string encodingAesKey)
    {
        try
        {
            var key = KeyOf(encodingAesKey);
            using var aes = Aes.Create();
            aes.Key = key;
            var plain = aes.DecryptCbc(Convert.FromBase64String(encrypted), key.AsSpan(0, 16), PaddingMode.None);
            var end = plain.Length - plain[^1];
            var length = BinaryPrimitives.ReadInt32BigEndian(plain.AsSpan(RandomLength));
            var owner = Encoding.UTF8.GetString(plain, HeadLength + length, end - HeadLength - length);
            return string.Equals(owner, appId, StringComparison.Ordinal) ? Encoding.UTF8.GetString(plain, HeadLength, length) : null;
        }
        catch (Exception problem) when (problem is FormatException or CryptographicException or ArgumentException or IndexOutOfRangeException)
        {
            return null;
        }
    }

    /// <summary>The 43rd character usually carries spare bits; the runtime's Convert tolerates them, its span decoders do not.</summary>
    private static byte[] KeyOf(string encodingAesKey) => Convert.FromBase64String(encodingAesKey + "=");
}
