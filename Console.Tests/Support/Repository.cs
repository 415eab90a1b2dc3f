namespace GovAccountConsole.Tests.Support;

/// <summary>The files of the repository the tests were built from.</summary>
public static class Repository
{
    /// <summary>The folder of GovAccountConsole.sln.</summary>
    public static string Root { get; } = Find();

    public static string File(string relativePath) => Path.Combine(Root, relativePath);

    private static string Find()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!System.IO.File.Exists(Path.Combine(folder.FullName, "GovAccountConsole.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        return folder.FullName;
    }
}
