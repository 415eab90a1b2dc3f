using System.Text.RegularExpressions;
using GovAccountConsole.Domain.Accounts;
using GovAccountConsole.Domain.Posts;
using GovAccountConsole.Infrastructure.Weixin;
using GovAccountConsole.Tests.Components;
using GovAccountConsole.Tests.Support;
using GovAccountConsole.Web.Components.Shared;

namespace GovAccountConsole.Tests.Api;

/// <summary>Whatever code the product can refuse with, there is a sentence for it in both languages.</summary>
public sealed partial class ErrorSentencesTests
{
    private static readonly string[] Projects = ["Console.Domain", "Console.Infrastructure", "Console.Web"];

    public static TheoryData<string> Languages => ["zh-CN", "en"];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_code_written_anywhere_in_the_source_has_its_sentence(string language)
    {
        var codes = Projects
            .SelectMany(project => Directory.EnumerateFiles(Path.Combine(Repository.Root, project), "*.cs", SearchOption.AllDirectories))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal))
            .SelectMany(file => Written().Matches(File.ReadAllText(file)).Select(match => match.Groups["code"].Value))
            .Concat(Enum.GetValues<AccountStatus>().Select(status => AccountErrors.WrongState(status).Code))
            .Concat(Enum.GetValues<PostStatus>().SelectMany(status => Enum.GetValues<PostAction>().Select(action => PostErrors.WrongState(action, status).Code)))
            .Distinct(StringComparer.Ordinal).ToList();

        Assert.Contains("quota-exceeded", codes);
        using (Words.In(language))
        {
            var (words, platform) = (Words.Of<ErrorWords>(), Words.Of<WeixinText>());
            Assert.All(codes, code => Assert.False(words[code].ResourceNotFound && platform[code].ResourceNotFound, code));
        }
    }

    [GeneratedRegex("""new(?: Error)?\("(?<code>[a-z]+(?:-[a-zA-Z]+)+)", ErrorKind|OfStatus\([^)]*, "(?<code>[a-z-]+)"\)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Written();
}
