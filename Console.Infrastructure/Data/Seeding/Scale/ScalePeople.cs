using GovAccountConsole.Domain.Access;
using GovAccountConsole.Infrastructure.Access;

namespace GovAccountConsole.Infrastructure.Data.Seeding.Scale;

/// <summary>The four people whose pages are measured, beside one editor in every agency.</summary>
public static class ScalePeople
{
    /// <summary>Password of the four; the other people of the load-test matrix cannot sign in.</summary>
    public const string Password = "Load-2026!";

    /// <summary>Edits for one station.</summary>
    public const string Leaf = "leaf@load.gov";

    /// <summary>Supervises three districts.</summary>
    public const string Districts = "districts@load.gov";

    /// <summary>Supervises everything.</summary>
    public const string Everything = "everything@load.gov";

    /// <summary>Holds no grant at all.</summary>
    public const string Stranger = "stranger@load.gov";

    private const int FirstOfTheFour = 9_000_000;

    /// <summary>The four, with what they hold.</summary>
    public static IEnumerable<(Guid Id, string Email, string Name, Guid? AgencyId, IReadOnlyList<Grant> Grants)> TheFour(ScaleTree tree)
    {
        yield return (Id(0), Leaf, "基层编辑", tree.Leaf.Id, [new Grant(Role.Editor, tree.Leaf.Id)]);
        yield return (Id(1), Districts, "三区督导", tree.Top.Id, [.. tree.ThreeDistricts.Select(district => new Grant(Role.Supervisor, district.Id))]);
        yield return (Id(2), Everything, "全市督导", tree.Top.Id, [new Grant(Role.Supervisor, tree.Top.Id)]);
        yield return (Id(3), Stranger, "无授权人员", null, []);
    }

    private static Guid Id(int number) => ScaleIds.Of(ScaleIds.Kind.Person, FirstOfTheFour + number);
}
