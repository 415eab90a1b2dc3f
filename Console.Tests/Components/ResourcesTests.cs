using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using GovAccountConsole.Domain.Shared;
using GovAccountConsole.Infrastructure.Jobs;
using GovAccountConsole.Tests.Support;
using GovAccountConsole.Web.Components.Shared;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Tests.Components;

/// <summary>The words of the console: whole in both languages, never in markup.</summary>
public sealed partial class ResourcesTests
{
    private static readonly string Web = Path.Combine(Repository.Root, "Console.Web");

    public static TheoryData<string> Neutral => [.. Directory.EnumerateFiles(Web, "*.resx", SearchOption.AllDirectories)
        .Where(file => !IsBuilt(file) && !file.EndsWith(".en.resx", StringComparison.Ordinal))
        .Select(file => Path.GetRelativePath(Web, file))];

    [Theory]
    [MemberData(nameof(Neutral))]
    public void Both_languages_hold_the_same_keys(string file)
    {
        var chinese = Read(Path.Combine(Web, file));
        var english = Read(Path.Combine(Web, Path.ChangeExtension(file, ".en.resx")));
        Assert.Equal(chinese.Keys.Order(StringComparer.Ordinal), english.Keys.Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Neutral))]
    public void Every_key_is_found_by_its_localizer_in_both_languages(string file)
    {
        var name = "GovAccountConsole.Web." + Path.ChangeExtension(file, null).Replace(Path.DirectorySeparatorChar, '.');
        var marker = typeof(CommonText).Assembly.GetType(name);
        Assert.True(marker is not null, $"{file} has no marker class {name}");
        var localizer = (IStringLocalizer)_services.GetRequiredService(typeof(IStringLocalizer<>).MakeGenericType(marker));
        foreach (var language in new[] { "zh-CN", "en" })
        {
            using (Words.In(language))
                Assert.All(Read(Path.Combine(Web, file)).Keys, key => Assert.False(localizer[key].ResourceNotFound, $"{file}: {key} in {language}"));
        }
    }

    [Fact]
    public void English_is_really_English()
    {
        using (Words.In("en"))
            Assert.Equal("Draft", Words.Common["Post.Draft"].Value);
        using (Words.In("zh-CN"))
            Assert.Equal("草稿", Words.Common["Post.Draft"].Value);
    }

    [Fact]
    public void Every_refusal_of_the_domain_has_its_sentence()
    {
        var codes = typeof(Error).Assembly.GetTypes()
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(field => field.FieldType == typeof(Error))
            .Select(field => ((Error)field.GetValue(null)!).Code)
            .Distinct();
        var words = Words.Of<ErrorWords>();
        Assert.All(codes, code => Assert.False(words[code].ResourceNotFound, $"ErrorWords has no sentence for {code}"));
    }

    [Fact]
    public void Every_lane_has_its_word_on_the_operations_page()
    {
        var lanes = typeof(IWatchedLane).Assembly.GetTypes().Where(type => type is { IsAbstract: false } && type.IsAssignableTo(typeof(IWatchedLane))).ToList();
        Assert.NotEmpty(lanes);
        var words = Words.Of<GovAccountConsole.Web.Operations.OperationsText>();
        Assert.All(lanes, lane => Assert.False(words["Lane." + lane.Name.Replace("Lane", string.Empty, StringComparison.Ordinal)].ResourceNotFound, $"no word for {lane.Name}"));
    }

    [Fact]
    public void Markup_holds_no_words_of_its_own()
    {
        var found = Directory.EnumerateFiles(Web, "*.razor", SearchOption.AllDirectories).Where(file => !IsBuilt(file))
            .SelectMany(file => Literals(File.ReadAllText(file)).Select(text => $"{Path.GetRelativePath(Web, file)}: {text}"));
        Assert.Empty(found);
    }

    [Theory]
    [InlineData("<p>草稿</p>", true)]
    [InlineData("<p>Save the post</p>", true)]
    [InlineData("<p>@T[\"Save\"]</p>", false)]
    [InlineData("@* 中文 in a comment *@<p>@T[\"Save\"]</p>", false)]
    [InlineData("<input placeholder=\"找稿件\" />", true)]
    public void The_search_for_words_in_markup_is_able_to_find_some(string markup, bool guilty) => Assert.Equal(guilty, Literals(markup).Any());

    private static readonly ServiceProvider _services = new ServiceCollection().AddLogging().AddLocalization().BuildServiceProvider();

    private static IEnumerable<string> Literals(string razor)
    {
        var text = CommentForm().Replace(razor, string.Empty);
        var code = text.IndexOf("@code", StringComparison.Ordinal);
        var markup = code < 0 ? text : text[..code];
        return ChineseForm().Matches(text).Select(match => match.Value)
            .Concat(EnglishForm().Matches(markup).Select(match => match.Groups["words"].Value.Trim()));
    }

    private static bool IsBuilt(string file) =>
        Path.GetRelativePath(Web, file).Split(Path.DirectorySeparatorChar) is var parts && (parts[0] is "bin" or "obj" or "npm");

    private static Dictionary<string, string> Read(string file) =>
        XDocument.Load(file).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value, StringComparer.Ordinal);

    [GeneratedRegex(@"@\*.*?\*@|//[^\n]*", RegexOptions.Singleline, 1000)]
    private static partial Regex CommentForm();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}+", RegexOptions.None, 1000)]
    private static partial Regex ChineseForm();

    // Two English words in a row between tags; one alone may be a unit or a symbol.
    [GeneratedRegex(@">\s*(?<words>[A-Z][a-z]+(?: [a-z]+)+[^<@{]*)<", RegexOptions.None, 1000)]
    private static partial Regex EnglishForm();
}
