using System.Text.RegularExpressions;

namespace GovAccountConsole.Domain.Posts.Checks;

/// <summary>Names and titles of office holders against the maintained list: former office, other title, wrong order in one sentence.</summary>
internal sealed partial class OfficeCheck : IPostCheck
{
    private const int WidestGap = 30;

    /// <inheritdoc/>
    public IEnumerable<CheckFinding> Look(CheckScene scene, ArticleText text)
    {
        foreach (var passage in text.Passages.Where(passage => passage.Kind != PassageKind.PictureNote))
        {
            var named = scene.Offices.In(passage.Text);
            foreach (var (start, name) in named)
            {
                if (OfTitle(scene, text, passage, start, name) is { } finding)
                {
                    yield return finding;
                }
            }

            foreach (var run in Runs(passage.Text, named))
            {
                if (OfOrder(scene, text, passage, run) is { } finding)
                {
                    yield return finding;
                }
            }
        }
    }

    private static CheckFinding? OfTitle(CheckScene scene, ArticleText text, Passage passage, int start, string name)
    {
        var offices = scene.Offices.Of(name);
        var held = offices.Where(office => office.HoldsOn(scene.Day)).OrderBy(office => office.Rank).ToArray();
        var before = passage.Text[..start];
        if (held.Any(office => before.EndsWith(office.Title, StringComparison.Ordinal)))
        {
            return null;
        }

        var after = passage.Text[(start + name.Length)..];
        var claim = ClaimBefore().Match(before) is { Success: true } front ? front.Value : ClaimAfter().Match(after) is { Success: true } back ? back.Value : null;
        if (claim is null || held.Any(office => Ends(office.Title).Contains(claim)))
        {
            return null;
        }

        var past = offices.FirstOrDefault(office => !office.HoldsOn(scene.Day) && Ends(office.Title).Contains(claim));
        var isBefore = before.EndsWith(claim, StringComparison.Ordinal);
        var said = past is not null && before.EndsWith(past.Title, StringComparison.Ordinal) ? past.Title : claim;
        var from = isBefore ? start - said.Length : start;
        var words = isBefore ? said.Length + name.Length : name.Length + claim.Length;
        var right = held.FirstOrDefault()?.Title;
        var entry = past ?? held.FirstOrDefault() ?? offices[0];
        return text.At(past is null ? "name-title" : "name-former", passage, from, words, right is null ? null : right + name, name, claim, right ?? string.Empty) with
        {
            Weight = CheckWeight.Must,
            Entry = new ListEntryNote(past is { Until: { } until } ? $"{past.Title} {until:yyyy-MM-dd}" : entry.Title, entry.Source, entry.From, "names", scene.Offices.Version),
        };
    }

    private static CheckFinding? OfOrder(CheckScene scene, ArticleText text, Passage passage, IReadOnlyList<(int Start, string Name)> run)
    {
        var ranked = run.Select(person => (person.Start, person.Name, Office: scene.Offices.Of(person.Name).Where(office => office.HoldsOn(scene.Day)).MinBy(office => office.Rank)))
            .Where(person => person.Office is not null).ToArray();
        if (ranked.Length < 2 || ranked.Zip(ranked.Skip(1)).All(pair => pair.First.Office!.Rank <= pair.Second.Office!.Rank))
        {
            return null;
        }

        var pieces = ranked.Select(person => (From: person.Start - TitleBefore(passage.Text, person.Start, scene.Offices.Of(person.Name)), To: person.Start + person.Name.Length, person.Office!.Rank)).ToArray();
        var start = pieces[0].From;
        var right = ranked.OrderBy(person => person.Office!.Rank).Select(person => person.Name);
        return text.At("name-order", passage, start, pieces[^1].To - start, Reordered(passage.Text, pieces), string.Join('、', right)) with
        {
            Weight = CheckWeight.Must,
            Entry = new ListEntryNote(string.Join('、', right), ranked[0].Office!.Source, null, "names", scene.Offices.Version),
        };
    }

    // Only a plain enumeration is put in order by a click; with other words between, a person must rewrite the sentence.
    private static string? Reordered(string text, (int From, int To, int Rank)[] pieces)
    {
        var gaps = pieces.Zip(pieces.Skip(1), (left, right) => right.From >= left.To ? text[left.To..right.From] : "?").ToArray();
        if (gaps.Any(gap => gap is not ("、" or "和" or "，" or "与")))
        {
            return null;
        }

        var ordered = pieces.OrderBy(piece => piece.Rank).Select(piece => text[piece.From..piece.To]).ToArray();
        return string.Concat(ordered.Select((piece, index) => piece + (index < gaps.Length ? gaps[index] : string.Empty)));
    }

    // People of one sentence that follow each other with little between.
    private static IEnumerable<IReadOnlyList<(int Start, string Name)>> Runs(string text, IReadOnlyList<(int Start, string Name)> named)
    {
        var run = new List<(int Start, string Name)>();
        foreach (var person in named)
        {
            if (run.Count > 0)
            {
                var end = run[^1].Start + run[^1].Name.Length;
                var gap = text[end..person.Start];
                if (gap.Length > WidestGap || gap.IndexOfAny(['。', '！', '？', '；']) >= 0 || !(gap.IndexOfAny(['、', '，', '和', '与']) >= 0))
                {
                    yield return run;
                    run = [];
                }
            }

            run.Add(person);
        }

        yield return run;
    }

    private static int TitleBefore(string text, int start, IReadOnlyList<OfficeRule> offices)
    {
        var before = text[..start];
        return offices.Where(office => before.EndsWith(office.Title, StringComparison.Ordinal)).Select(office => office.Title.Length)
            .Append(ClaimBefore().Match(before) is { Success: true } claim ? claim.Length : 0).Max();
    }

    // 市委副书记、市长 holds two offices: each may be said alone.
    private static IEnumerable<string> Ends(string title) =>
        title.Split('、', '兼').Select(part => ClaimBefore().Match(part)).Where(match => match.Success).Select(match => match.Value);

    [GeneratedRegex("(?:常务副|第一副|副|代理|代|执行)?(?:总书记|书记|市长|省长|县长|区长|镇长|乡长|局长|厅长|处长|科长|部长|主任|院长|检察长|主席|政委|支队长|大队长|会长|秘书长|校长|行长|组长|所长|庭长|关长|站长)$", RegexOptions.CultureInvariant, 500)]
    private static partial Regex ClaimBefore();

    [GeneratedRegex("^(?:常务副|第一副|副|代理|代|执行)?(?:总书记|书记|市长|省长|县长|区长|镇长|乡长|局长|厅长|处长|科长|部长|主任|院长|检察长|主席|政委|支队长|大队长|会长|秘书长|校长|行长|组长|所长|庭长|关长|站长)", RegexOptions.CultureInvariant, 500)]
    private static partial Regex ClaimAfter();
}
