using System.Reflection;
using System.Xml.Linq;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Tests.Support;

namespace GovAccountConsole.Tests.Architecture;

/// <summary>The alternative platform client is there when it was asked for, and leaves no trace when it was not (docs/decisions/0025).</summary>
public sealed class PlatformClientTests
{
    private const string Library = "Senparc";

    private static readonly Assembly Infrastructure = typeof(WeixinGateway).Assembly;

#if WEIXIN_SENPARC
    [Fact]
    public void The_alternative_build_has_its_calls_made_by_the_library()
    {
        Assert.Contains(Infrastructure.GetReferencedAssemblies(), reference => reference.Name == "Senparc.Weixin.MP");
        Assert.Equal(5, Infrastructure.GetTypes().Count(type => type.Name.StartsWith(Library, StringComparison.Ordinal) && type.Name.EndsWith("Api", StringComparison.Ordinal)));
    }
#else
    [Fact]
    public void The_default_build_knows_nothing_of_the_library()
    {
        Assembly[] ours = [Infrastructure, typeof(Web.Components.App).Assembly, typeof(PlatformClientTests).Assembly];
        Assert.DoesNotContain(ours.SelectMany(assembly => assembly.GetReferencedAssemblies()), reference => Named(reference.Name!));
        Assert.DoesNotContain(Infrastructure.GetTypes(), type => Named(type.FullName!));
        Assert.DoesNotContain(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Select(Path.GetFileName), file => Named(file!));
        Assert.All(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.deps.json"), file => Assert.False(Named(File.ReadAllText(file)), file));
    }
#endif

    [Fact]
    public void The_lock_files_of_the_default_build_do_not_name_the_library()
    {
        var files = Directory.EnumerateDirectories(Repository.Root, "Console.*").Select(folder => Path.Combine(folder, "packages.lock.json")).Where(File.Exists).ToList();
        Assert.NotEmpty(files);
        Assert.All(files, file => Assert.False(Named(File.ReadAllText(file)), file));
    }

    [Fact]
    public void Projects_name_the_library_only_where_it_was_asked_for()
    {
        var projects = Directory.EnumerateDirectories(Repository.Root, "Console.*").SelectMany(folder => Directory.EnumerateFiles(folder, "*.csproj"))
            .Append(Repository.File("Directory.Packages.props"));
        var references =
            from file in projects
            from element in XDocument.Load(file).Descendants()
            where element.Attribute("Include") is { } include && Named(include.Value)
            select (file, element);
        Assert.Equal(2, references.Count());
        Assert.All(references, found => Assert.Equal("'$(WeixinSdk)' == 'Senparc'", found.element.Parent!.Attribute("Condition")?.Value));
    }

    private static bool Named(string text) => text.Contains(Library, StringComparison.OrdinalIgnoreCase);
}
