using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;

namespace GovAccountConsole.Tests.Simulator;

/// <summary>The receiving side of the platform's encryption, written from the documentation and sharing nothing with the simulator.</summary>
internal static class IndependentDecryption
{
    public static XElement Open(CallbackRecorder.Received push)
    {
        var envelope = XElement.Parse(push.Body);
        var encrypted = envelope.Element("Encrypt")!.Value;
        Assert.Equal("aes", push.Query["encrypt_type"]);
        Assert.Equal(Sha1(SimulatedPlatform.CallbackToken, push.Query["timestamp"], push.Query["nonce"]), push.Query["signature"]);
        Assert.Equal(Sha1(SimulatedPlatform.CallbackToken, push.Query["timestamp"], push.Query["nonce"], encrypted), push.Query["msg_signature"]);

        var key = Convert.FromBase64String(SimulatedPlatform.AesKey + "=");
        using var aes = Aes.Create();
        (aes.Mode, aes.Padding, aes.Key, aes.IV) = (CipherMode.CBC, PaddingMode.None, key, key[..16]);
        using var decryptor = aes.CreateDecryptor();
        var cipher = Convert.FromBase64String(encrypted);
        var plain = decryptor.TransformFinalBlock(cipher, 0, cipher.Length);
        int padding = plain[^1];
        Assert.InRange(padding, 1, 32);
        Assert.Equal(0, plain.Length % 32);
        var length = (plain[16] << 24) | (plain[17] << 16) | (plain[18] << 8) | plain[19];
        Assert.Equal(SimulatedPlatform.AppId, Encoding.UTF8.GetString(plain[(20 + length)..^padding]));
        return XElement.Parse(Encoding.UTF8.GetString(plain, 20, length));
    }

    private static string Sha1(params string[] parts)
    {
        Array.Sort(parts, string.CompareOrdinal);
        return Convert.ToHexString(CryptographicOperations.HashData(HashAlgorithmName.SHA1, Encoding.UTF8.GetBytes(string.Join("", parts)))).ToLowerInvariant();
    }
}
