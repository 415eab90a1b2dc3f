using GovAccountConsole.Web.Components.Shared;
using Microsoft.Extensions.Localization;

namespace GovAccountConsole.Web.Posts;

/// <summary>Sentences of the editor that several of its parts say.</summary>
internal static class EditorWords
{
    /// <summary>How the writing stands against the server.</summary>
    public static string Saved(SaveState save, DateTimeOffset? at, int revision, IStringLocalizer<EditorText> words, bool brief = false) => save switch
    {
        SaveState.Saved when at is { } time => words[brief ? "Save.AtBrief" : "Save.At", TimeWords.Clock(time)],
        SaveState.Untouched => revision > 0 ? words["Save.Revision", revision] : words["Save.New"],
        _ => words["Save." + save],
    };

    /// <summary>The name of a review step; the three usual ones also in English.</summary>
    public static string Step(string name, IStringLocalizer<CommonText> words) => name switch
    {
        "初审" => words["Step.First"],
        "复审" => words["Step.Second"],
        "终审" => words["Step.Final"],
        _ => name,
    };
}
