using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GovAccountConsole.Infrastructure.Weixin;

/// <summary>
/// Encryption of callbacks (reference §5.2): AES-256-CBC, IV = first half of the key, padding to a multiple of 32; inside are 16 random
/// bytes, the length, the XML and the AppID.
/// </summary>
public sealed class CallbackCipher
{
    private const int Block = 32;
    private const int RandomLength = 16;
    private readonly byte[] _key;

    private CallbackCipher(byte[] key) => _key = key;

    /// <summary>The cipher for an EncodingAESKey of 43 characters; null when it is none.</summary>
    public static CallbackCipher? From(string encodingAesKey)
    {
        var key = new byte[Block];
        // The last character usually has spare bits set, which this decoder tolerates and the span-based ones refuse.
        return encodingAesKey.Length == 43 && Convert.TryFromBase64String(encodingAesKey + "=", key, out var length) && length == Block
            ? new CallbackCipher(key)
            : null;
    }

    /// <summary>Decrypts; null when the text is not what this key encrypted.</summary>
    public CallbackSecret? Decrypt(string encrypted)
    {
        var cipher = new byte[encrypted.Length];
        if (!Convert.TryFromBase64String(encrypted, cipher, out var length) || length < Block || length % 16 != 0) return null;
        using var aes = Aes.Create();
        aes.Key = _key;
        // .NET's PKCS7 refuses the padding values 17 to 32 that the platform uses.
        var plain = aes.DecryptCbc(cipher.AsSpan(0, length), _key.AsSpan(0, 16), PaddingMode.None).AsSpan();
        int pad = plain[^1];
        if (pad is < 1 or > Block || plain.Length - pad < RandomLength + 4) return null;
        plain = plain[RandomLength..^pad];
        var size = BinaryPrimitives.ReadInt32BigEndian(plain);
        if (size < 0 || size > plain.Length - 4) return null;
        return new(Encoding.UTF8.GetString(plain.Slice(4, size)), Encoding.UTF8.GetString(plain[(4 + size)..]));
    }

    /// <summary>Encrypts an answer or a test message.</summary>
    /// <param name="secret">What to encrypt.</param>
    /// <param name="random">16 bytes, or null for random ones.</param>
    public string Encrypt(CallbackSecret secret, byte[]? random = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        var xml = Encoding.UTF8.GetBytes(secret.Xml);
        var length = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(length, xml.Length);
        byte[] raw = [.. random ?? RandomNumberGenerator.GetBytes(RandomLength), .. length, .. xml, .. Encoding.UTF8.GetBytes(secret.AppId)];
        var pad = Block - (raw.Length % Block);
        byte[] padded = [.. raw, .. Enumerable.Repeat((byte)pad, pad)];
        using var aes = Aes.Create();
        aes.Key = _key;
        return Convert.ToBase64String(aes.EncryptCbc(padded, _key.AsSpan(0, 16), PaddingMode.None));
    }
}

/// <summary>What an encrypted callback holds.</summary>
/// <param name="Xml">The message.</param>
/// <param name="AppId">For whom it is; must be the expected account.</param>
public sealed record CallbackSecret(string Xml, string AppId);
