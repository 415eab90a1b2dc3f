using System.Text.Json;
using System.Text.RegularExpressions;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Architecture;

/// <summary>What the documents say about files and packages is still so.</summary>
public sealed partial class DocumentsTests
{
    private static IEnumerable<string> Documents() =>
        Directory.EnumerateFiles(Repository.File("."), "*.md")
            .Concat(Directory.EnumerateFiles(Repository.File("docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.EnumerateFiles(Repository.File("samples"), "*.md"));

    [Fact]
    public void Every_relative_link_leads_to_a_file()
    {
        var broken =
            from document in Documents()
            from Match link in Link().Matches(File.ReadAllText(document))
            let target = Path.Combine(Path.GetDirectoryName(document)!, link.Groups["target"].Value)
            where !Path.Exists(target)
            select $"{Path.GetFileName(document)}: {link.Groups["target"].Value}";
        Assert.Empty(broken);
    }

    [Fact]
    public void Every_package_of_the_lock_files_stands_in_the_list_of_dependencies()
    {
        var listed = File.ReadAllText(Repository.File("docs/dependencies.md"));
        var missing =
            from lockFile in Directory.EnumerateDirectories(Repository.File("."), "Console.*").Select(folder => Path.Combine(folder, "packages.lock.json")).Where(File.Exists)
            from framework in JsonDocument.Parse(File.ReadAllText(lockFile)).RootElement.GetProperty("dependencies").EnumerateObject()
            from package in framework.Value.EnumerateObject()
            where package.Value.GetProperty("type").GetString() != "Project"
            let row = $"| {package.Name} | {package.Value.GetProperty("resolved").GetString()} |"
            where !listed.Contains(row, StringComparison.OrdinalIgnoreCase)
            select row;
        Assert.Empty(missing.Distinct(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"\]\((?!https?:|#)(?<target>[^)#\s]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
