using System.Text.Json;
using GovAccountConsole.Domain.Posts.Checks;
using Microsoft.EntityFrameworkCore;

namespace GovAccountConsole.Infrastructure.Data.Seeding.Rules;

/// <summary>
/// The rules of writing every database starts with, also one that is older than they are: general words with their sources, the five profiles. They
/// are the department's data from then on: a list that was begun once is never touched again.
/// </summary>
public static class RuleCatalogue
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>The words a list starts with.</summary>
    public static IReadOnlyList<WordRule> Words()
    {
        using var stream = typeof(RuleCatalogue).Assembly.GetManifestResourceStream("Rules/words.json") ?? throw new InvalidOperationException("The starting words are not built in.");
        return JsonSerializer.Deserialize<WordRule[]>(stream, _json) ?? [];
    }

    /// <summary>People of the demo city, none of whom exists.</summary>
    public static IReadOnlyList<OfficeRule> DemoOffices() =>
    [
        new("林晓岚", "市委书记", "中共临江市委", 1, new DateOnly(2024, 3, 1), null, "演示数据"),
        new("陈志远", "市委副书记、市长", "临江市人民政府", 2, new DateOnly(2025, 7, 1), null, "演示数据"),
        new("陈志远", "市长", "临江市人民政府", 2, new DateOnly(2025, 7, 1), null, "演示数据"),
        new("陈志远", "市公安局局长", "临江市公安局", 20, new DateOnly(2021, 5, 1), new DateOnly(2025, 6, 30), "演示数据"),
        new("何立明", "市委宣传部部长", "中共临江市委宣传部", 8, new DateOnly(2023, 9, 1), null, "演示数据"),
        new("顾承平", "副市长、市公安局局长", "临江市公安局", 12, new DateOnly(2025, 7, 1), null, "演示数据"),
    ];

    /// <summary>What the demo city may lead to; none of it exists.</summary>
    public static IReadOnlyList<SiteRule> DemoSites() =>
    [
        new(SiteKind.Site, "linjiang-demo.cn", "临江便民服务网（演示）", "演示数据"),
        new(SiteKind.MiniProgram, "wx0123456789abcdef", "临江办事（演示）", "演示数据"),
    ];

    /// <summary>Begins the lists that are not there yet.</summary>
    public static async Task EnsureAsync(ConsoleDb db, DateTimeOffset now, bool demo, CancellationToken token)
    {
        var begun = await db.Set<RuleList>().Select(list => list.Kind).ToListAsync(token);
        foreach (var kind in Enum.GetValues<RuleListKind>().Except(begun))
        {
            var added = Fill(db, kind, demo);
            var list = new RuleList(kind);
            db.Add(list);
            if (added > 0)
            {
                db.Add(list.Advance(Guid.Empty, null, now, "起始内容", added, 0));
                list.TakeEvents();
            }
        }

        await db.SaveChangesAsync(token);
    }

    private static int Fill(ConsoleDb db, RuleListKind kind, bool demo)
    {
        object[] rows = kind switch
        {
            RuleListKind.Words => [.. Words().Select(rule => new WordEntry(rule, 1))],
            RuleListKind.Names => demo ? [.. DemoOffices().Select(rule => new OfficeEntry(rule, 1))] : [],
            RuleListKind.Sites => demo ? [.. DemoSites().Select(rule => new SiteEntry(rule, 1))] : [],
            _ => [.. DefaultProfiles.All.Select(profile => new RuleProfile(profile))],
        };
        db.AddRange(rows);
        return rows.Length;
    }
}
