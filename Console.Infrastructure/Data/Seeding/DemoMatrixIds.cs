using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GovAccountConsole.Infrastructure.Data.Seeding;

/// <summary>Ids that are the same for the same thing and moment, and sort by time like every other id of the console (UUID version 7).</summary>
internal static class DemoMatrixIds
{
    /// <summary>The id of <paramref name="key"/>, made at <paramref name="at"/>.</summary>
    public static Guid Of(string key, DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[32];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), bytes);
        Span<byte> time = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(time, at.ToUnixTimeMilliseconds());
        time[2..].CopyTo(bytes);
        bytes[6] = (byte)(0x70 | (bytes[6] & 0x0F));
        bytes[8] = (byte)(0x80 | (bytes[8] & 0x3F));
        return new Guid(bytes[..16], bigEndian: true);
    }

    /// <summary>A credential of the simulated platform: letters and digits that belong to nobody.</summary>
    public static string Secret(string key, int length)
    {
        var hex = Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes("linjiang demo " + key)));
        return hex[..length];
    }
}
