using System.Security.Cryptography;
using System.Text;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>
/// The file that tells an installation apart from a copy of its database: a random number, made at the first start. The identity is made of the
/// number and the place (machine, path of the file, address of the database), so that a copied folder is another installation too.
/// </summary>
/// <param name="path">The file; its folder is made where absent.</param>
public sealed class IdentityFile(string path)
{
    private const int NumberLength = 32;

    /// <summary>Reads the number, made now if there is none, and binds it to the place.</summary>
    /// <param name="place">What else belongs to this installation: the address of the database.</param>
    /// <exception cref="IOException">The file can be neither read nor made.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public string Identity(string place)
    {
        var number = Read() ?? Make();
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', number, Machine(), Path.GetFullPath(path), place)));
        return Convert.ToHexStringLower(hash.AsSpan(0, NumberLength / 2));
    }

    private string? Read() => File.Exists(path) && File.ReadLines(path).FirstOrDefault()?.Trim() is { Length: NumberLength } number ? number : null;

    private string Make()
    {
        var number = Guid.NewGuid().ToString("N");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var draft = $"{path}.{Environment.ProcessId}";
        File.WriteAllText(draft, number + Environment.NewLine);
        try
        {
            File.Move(draft, path, overwrite: false);
            return number;
        }
        catch (IOException) when (Read() is { } made)
        {
            // Another node that starts in the same moment was quicker.
            File.Delete(draft);
            return made;
        }
    }

    // A container has none, or one of its image: the folder and the database must do then.
    private static string Machine()
    {
        try
        {
            return File.ReadAllText("/etc/machine-id").Trim();
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return OperatingSystem.IsLinux() ? string.Empty : Environment.MachineName;
        }
    }
}
