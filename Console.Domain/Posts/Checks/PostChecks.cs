namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>The checks that run while somebody writes and again when a post goes to review: pure, offline, quick enough for every pause in typing.</summary>
public static class PostChecks
{
    private static readonly IPostCheck[] _checks =
    [
        new LimitCheck(), new PictureCheck(), new LinkCheck(), new PersonalDataCheck(), new WordListCheck(), new OfficeCheck(), new WeekdayCheck(),
        new ClockCheck(), new StyleCheck(), new NoticeFactsCheck(), new SentenceCheck(), new ParticleCheck(), new RareCharacterCheck(), new AbbreviationCheck(),
    ];

    /// <summary>The group a finding belongs to; see <see cref="CheckCatalogue.Groups"/>.</summary>
    public static string GroupOf(CheckFinding finding) => CheckCatalogue.Find(finding.Code)?.Group ?? "limits";

    /// <summary>Everything there is to say about a post.</summary>
    /// <param name="scene">The articles, the rules and what is known of pictures and links.</param>
    /// <param name="token">Ends the work early: newer text has arrived.</param>
    public static CheckReport Of(CheckScene scene, CancellationToken token = default)
    {
        var texts = scene.Articles.Select((article, index) => new ArticleText(article, index, scene.Pictures)).ToArray();
        var findings = new List<CheckFinding>();
        foreach (var text in texts)
        {
            foreach (var check in _checks)
            {
                token.ThrowIfCancellationRequested();
                findings.AddRange(check.Look(scene, text).Select(finding => Weighed(scene, finding)).OfType<CheckFinding>());
            }
        }

        findings.AddRange(TemplateFactCheck.Look(scene, texts).Select(finding => finding with { Weight = CheckWeight.Must }));

        // A stable sort: within a weight the articles keep their order.
        var ordered = findings.Select(finding => scene.Dismissals.Count > 0 && scene.Dismissals.TryGetValue(finding.Print, out var dismissal) && IsDismissable(finding.Code) ? finding with { Dismissal = dismissal } : finding)
            .OrderBy(finding => finding.IsOpen ? (int)finding.Weight : 2).ToArray();
        var bad = ordered.Where(finding => finding.IsOpen).Select(GroupOf).ToHashSet(StringComparer.Ordinal);
        var fine = CheckCatalogue.Groups.Where(group => !bad.Contains(group) && CheckCatalogue.All.Any(rule => rule.Group == group && scene.Profile.LevelOf(rule) != CheckLevel.Off));
        var sentences = texts.SelectMany(text => text.Sentences).ToArray();
        var links = scene.Articles.SelectMany(LinkCheck.Addresses).Distinct(StringComparer.Ordinal).ToArray();
        return new CheckReport(ordered, [.. fine], scene.Profile.Code, scene.Profile.Number, scene.Words.Version, scene.Offices.Version)
        {
            MeanSentence = sentences.Length == 0 ? 0 : sentences.Average(sentence => sentence.Length),
            Links = links.Length,
            LinksTried = scene.LinksTried,
            LinksAlive = links.Count(link => scene.Links.TryGetValue(link, out var facts) && facts.Alive == true),
        };
    }

    /// <summary>Whether somebody may call a finding no problem: the platform's limits he cannot argue with.</summary>
    public static bool IsDismissable(string code) => CheckCatalogue.Find(code) is { IsFixed: false };

    /// <summary>The addresses that the background lane may try.</summary>
    public static IReadOnlyList<string> Links(IEnumerable<Article> articles) => [.. articles.SelectMany(LinkCheck.Addresses).Distinct(StringComparer.Ordinal)];

    // The profile decides; an entry of a maintained list may be milder than its check.
    private static CheckFinding? Weighed(CheckScene scene, CheckFinding finding)
    {
        var rule = CheckCatalogue.Find(finding.Code) ?? throw new InvalidOperationException($"{finding.Code} is not in the catalogue.");
        var milder = finding is { Entry.List: "words", Weight: CheckWeight.Advice };
        return scene.Profile.LevelOf(rule) switch
        {
            CheckLevel.Off => null,
            CheckLevel.Must when !milder => finding with { Weight = CheckWeight.Must },
            _ => finding with { Weight = CheckWeight.Advice },
        };
    }
}
