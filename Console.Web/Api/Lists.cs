using GovAccountConsole.Infrastructure.Data;

namespace GovAccountConsole.Web.Api;

/// <summary>A page of a list on the wire.</summary>
/// <param name="Items">The entries.</param>
/// <param name="NextCursor">Hand it back as <c>cursor</c> for the next page; null at the end.</param>
public sealed record ListJson<T>(IReadOnlyList<T> Items, string? NextCursor);

/// <summary>Puts pages on the wire.</summary>
public static class Lists
{
    /// <summary>The page with every row in its wire form.</summary>
    public static IResult Ok<TRow, TJson>(Page<TRow> page, Func<TRow, TJson> toJson) =>
        Results.Ok(new ListJson<TJson>([.. page.Items.Select(toJson)], page.NextCursor));
}

/// <summary>A person by name.</summary>
public sealed record PersonJson(Guid Id, string Name);
