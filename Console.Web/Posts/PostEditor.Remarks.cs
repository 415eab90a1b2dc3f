using GovAccountConsole.Domain.Reviews.Remarks;
using GovAccountConsole.Infrastructure.Reviews.Remarks;
using Microsoft.AspNetCore.Components;

namespace GovAccountConsole.Web.Posts;

/// <summary>From a remark to the words it is about.</summary>
public sealed partial class PostEditor
{
    /// <summary>A notice of a remark leads here with its number: the pane that holds it is open.</summary>
    [SupplyParameterFromQuery(Name = "remark")] public int? RemarkNumber { get; set; }

    /// <inheritdoc/>
    protected override void OnInitialized()
    {
        if (RemarkNumber is not null)
        {
            Open("opinions");
        }
    }

    private async Task JumpToRemarkAsync(RemarkRow row)
    {
        if (row.Place.State == PlaceState.Gone || row.Place.Article >= Post.Articles.Count)
        {
            return;
        }

        _sheet = null;
        await ShowAsync(Post.Articles[row.Place.Article]);
        StateHasChanged();
        // Over several paragraphs the first line leads there.
        var words = (row.Now ?? row.Passage.Quote).Split('\n', '\t')[0];
        if (row.Passage.Field != RemarkField.Body)
        {
            await _body!.FocusFieldAsync($"ed-{row.Passage.Field.ToString().ToLowerInvariant()}");
        }
        else if (row.Passage.IsPicture || !await _body!.JumpToAsync(words, 0))
        {
            await _body!.FocusAsync();
        }
    }
}
