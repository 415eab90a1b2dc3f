using GovAccountConsole.Domain.Posts;

namespace GovAccountConsole.Infrastructure.Posts;

/// <summary>An article of another post, as it can be taken over.</summary>
/// <param name="Number">Its place there, from 1.</param>
/// <param name="Article">What comes along: everything, without the pictures that are out of the agency's reach.</param>
/// <param name="LostPictures">Pictures of the body that the agency may not use and that stay behind.</param>
/// <param name="LostCover">Whether the cover stays behind for that reason.</param>
/// <param name="ExpiredPictures">Pictures that come along although their last day is over; a submission will refuse them.</param>
public sealed record CopiedArticle(int Number, Article Article, int LostPictures, bool LostCover, int ExpiredPictures);
