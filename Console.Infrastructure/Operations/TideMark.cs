using System.Globalization;

namespace GovAccountConsole.Infrastructure.Operations;

/// <summary>
/// Up to when this installation has written to its database, kept beside the identity: a database that ends earlier was turned back to a backup.
/// </summary>
/// <param name="path">The file; null keeps nothing (several nodes named by configuration).</param>
public sealed class TideMark(string? path)
{
    /// <summary>The newest moment the database must know; null where nothing was kept.</summary>
    public DateTimeOffset? Read()
    {
        try
        {
            return path is not null && DateTimeOffset.TryParse(File.ReadAllText(path).Trim(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? at : null;
        }
        catch (Exception absent) when (absent is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <summary>Keeps that the database knows this moment.</summary>
    public void Write(DateTimeOffset at)
    {
        if (path is not null)
        {
            File.WriteAllText(path, at.ToString("O", CultureInfo.InvariantCulture));
        }
    }
}
